using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Tables;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>Messages: one whole, and those a customer's state holds (without bodies).</summary>
internal sealed class ReadMessages(RawConnection connection)
{
    /// <summary>The newest so many are in a state, besides those of live runs and those that have not ended.</summary>
    public const int InBook = 200;

    private static readonly string Columns = $"{MessageColumns.Fixed.Names("m")}, {MessageColumns.Moving.Names("m")}";

    private static readonly int Bodies = MessageColumns.Fixed.Count + MessageColumns.Moving.Count;

    private readonly RawStatement _one = connection.Prepare(
        $"SELECT {Columns}, b.html, b.text FROM messages m LEFT JOIN message_bodies b ON b.company_id = m.company_id AND b.message_id = "
            + $"m.id WHERE m.company_id = ?1 AND m.id = ?2");

    private readonly RawStatement _newest = connection.Prepare(
        $"SELECT {Columns} FROM messages m INDEXED BY ix_messages_customer WHERE m.company_id = ?1 AND m.customer_id = ?2 ORDER BY m.id "
            + $"DESC LIMIT ?3 + 0");

    private readonly RawStatement _older = connection.Prepare(
        $"SELECT {Columns} FROM messages m INDEXED BY ix_messages_customer WHERE m.company_id = ?1 AND m.customer_id = ?2 AND m.id < ?3 "
            + $"AND (m.state IN (0, 1, 5) OR m.enrollment_id IN "
        +
        "(SELECT id FROM enrollments INDEXED BY ix_enrollments_customer WHERE company_id = ?1 AND customer_id = ?2 AND state <= 3)) ORDER "
            + "BY m.id DESC");

    public Message? Read(CompanyId company, MessageId message)
    {
        if (!_one.Add(company.Value).Add(message.Value).Read()) return null;
        var found = MessageColumns.Read(_one) with { Html = _one.TextOrNull(Bodies), Text = _one.TextOrNull(Bodies + 1) ?? "" };
        _one.Stop();
        return found;
    }

    /// <summary>Newest last, without bodies.</summary>
    public List<Message> ReadOf(CompanyId company, CustomerId customer)
    {
        var messages = new List<Message>();
        _newest.Add(company.Value).Add(customer.Value).Add(InBook);
        while (_newest.Read()) messages.Add(MessageColumns.Read(_newest));
        if (messages.Count == InBook)
        {
            _older.Add(company.Value).Add(customer.Value).Add(messages[^1].Id.Value);
            while (_older.Read()) messages.Add(MessageColumns.Read(_older));
        }

        messages.Reverse();
        return messages;
    }
}
