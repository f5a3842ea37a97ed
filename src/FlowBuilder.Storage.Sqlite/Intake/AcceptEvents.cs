using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Writer;

namespace FlowBuilder.Storage.Sqlite.Intake;

/// <summary>Stores incoming events: known message ids fall out, customers are found or made, positions given.</summary>
internal sealed class AcceptEvents(RawConnection connection, WriteOperations operations)
{
    /// <summary>How long a message id is remembered.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    private readonly CustomerKeys _customers = new(connection, operations);
    private readonly WriteEvents _events = new(connection);

    private readonly RawStatement _known = connection.Prepare(
        "SELECT COALESCE((SELECT merged_into FROM customers WHERE company_id = ?1 AND id = event_keys.customer_id), customer_id) " +
        "FROM event_keys WHERE company_id = ?1 AND source = ?2 AND message_id = ?3 AND at > ?4");

    private readonly RawStatement _isHere = connection.Prepare("SELECT 1 FROM customers WHERE company_id = ?1 AND id = ?2");

    private readonly RawStatement _remember = connection.Prepare(
        "INSERT INTO event_keys (company_id, source, message_id, customer_id, at) VALUES (?1, ?2, ?3, ?4, ?5) " +
        "ON CONFLICT (company_id, source, message_id) DO UPDATE SET customer_id = excluded.customer_id, at = excluded.at");

    public IReadOnlyList<StoredEvent> Write(IReadOnlyList<IncomingEvent> events, DateTimeOffset now)
    {
        var stored = new StoredEvent[events.Count];
        for (var i = 0; i < events.Count; i++) stored[i] = Write(events[i], now);
        return stored;
    }

    private bool IsHere(CompanyId company, CustomerId customer)
    {
        var here = _isHere.Add(company.Value).Add(customer.Value).Read();
        if (here) _isHere.Stop();
        return here;
    }

    private StoredEvent Write(IncomingEvent incoming, DateTimeOffset now)
    {
        if (_known.Add(incoming.Company.Value).Add(incoming.Source).Add(incoming.MessageId).Add(now - Memory).Read())
        {
            var known = new CustomerId(_known.Long(0));
            _known.Stop();
            return new StoredEvent(incoming.Company, known, null);
        }

        if (incoming.AnswerOf is { } asked && !IsHere(incoming.Company, asked)) return new StoredEvent(incoming.Company, asked, null);
        var customer = _customers.Resolve(incoming.Company, incoming.UserId, incoming.AnonymousId, now, out var wasKnown);
        CustomerId? merges = null;
        var properties = incoming.FromBrowser && wasKnown ? PageWords.OfKnown(incoming.Kind, incoming.Properties) : incoming.Properties;
        if (incoming is { Kind: EventKind.Alias, PreviousId: { } previous })
        {
            merges = _customers.Join(incoming.Company, customer, previous, incoming.JoinsKnown, out var keptApart);
            if (keptApart) properties = AliasPhrases.KeptApart;
        }

        _remember.Add(incoming.Company.Value).Add(incoming.Source).Add(incoming.MessageId).Add(customer.Value).Add(now).Run();
        var partition = operations.PartitionOf(customer);
        var happened = new CustomerEvent
        {
            Seq = operations.Positions.Next(partition, out var after),
            Name = incoming.Name,
            Kind = incoming.Kind,
            At = incoming.At is { } at && at < now ? at.ToUniversalTime() : now,
            ArrivedAt = now,
            Record = incoming.Record,
            Properties = properties,
            Source = incoming.Source,
            Imported = incoming.Imported,
        };
        _events.Insert(incoming.Company, customer, happened, partition, merges);
        return new StoredEvent(incoming.Company, customer, happened, merges) { After = after };
    }
}
