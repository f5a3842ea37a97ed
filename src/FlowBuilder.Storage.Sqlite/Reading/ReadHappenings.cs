using System.Runtime.InteropServices;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>What a customer has been through, without what still waits in the inbox.</summary>
internal sealed class ReadHappenings(RawConnection connection)
{
    /// <summary>The newest so many.</summary>
    public const int Most = 1000;

    // Several changes told as one event say how many they are (ChangePhrases.Times); kind 4 are events of our own.
    private readonly RawStatement _read = connection.Prepare(
        "SELECT seq, name, record_type, record_id, at, CASE WHEN kind = 4 AND name IN ('Field Changed', 'Tag Added', 'Tag Removed') THEN "
            + "json_extract(properties, '$.count') END FROM events WHERE company_id = ?1 AND customer_id = ?2 "
        +
        "AND (partition IS NULL OR seq <= (SELECT done_through FROM partitions WHERE partitions.partition = ?3)) ORDER BY seq DESC LIMIT "
            + "?4 + 0");

    /// <summary>Newest last.</summary>
    public Timeline Read(CompanyId company, CustomerId customer, int partition)
    {
        List<HistoryEvent>? happenings = null;
        _read.Add(company.Value).Add(customer.Value).Add(partition).Add(Most);
        while (_read.Read())
            (happenings ??= []).Add(new HistoryEvent(
                _read.Long(0), _read.Text(1), _read.Record(2), _read.Instant(4), _read.IntOrNull(5) ?? 1));
        if (happenings is null) return Timeline.Empty;
        happenings.Reverse();
        return Timeline.Of(CollectionsMarshal.AsSpan(happenings));
    }
}
