using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Tables;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>A partition's inbox behind a position.</summary>
internal sealed class ReadBacklog(RawConnection connection)
{
    private static readonly string Columns =
        $"SELECT company_id, customer_id, merges, {EventColumns.All.Names()} FROM events INDEXED BY ix_events_inbox ";

    private readonly RawStatement _all = connection.Prepare(Columns + "WHERE partition = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3 + 0");

    // The index holds the key, and with it the company: others' events are passed over without being read.
    private readonly RawStatement _one =
        connection.Prepare(Columns + "WHERE partition = ?1 AND seq > ?2 AND company_id = ?4 ORDER BY seq LIMIT ?3 + 0");

    private readonly RawStatement _joining = connection.Prepare(
        "SELECT 1 FROM events WHERE company_id = ?1 AND customer_id = ?2 AND seq > ?3 AND merges IS NOT NULL AND partition IS NOT NULL "
            + "LIMIT 1");

    public bool IsJoining(CompanyId company, CustomerId customer, long afterSeq)
    {
        var joins = _joining.Add(company.Value).Add(customer.Value).Add(afterSeq).Read();
        if (joins) _joining.Stop();
        return joins;
    }

    public IReadOnlyList<StoredEvent> Read(int partition, long afterSeq, int limit, CompanyId? company)
    {
        var events = new List<StoredEvent>();
        var rows = company is { } only
            ? _one.Add(partition).Add(afterSeq).Add(limit).Add(only.Value)
            : _all.Add(partition).Add(afterSeq).Add(limit);
        while (rows.Read())
            events.Add(new StoredEvent(
                new CompanyId(rows.Int(0)), new CustomerId(rows.Long(1)), EventColumns.Read(rows, 3),
                rows.LongOrNull(2) is { } merges ? new CustomerId(merges) : null));
        return events;
    }
}
