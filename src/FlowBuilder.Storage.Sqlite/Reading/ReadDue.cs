using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>What is due of runs, moments and reviews, and when the next thing is. Every question is
/// answered from an index that holds nothing else.</summary>
internal sealed class ReadDue(RawConnection connection)
{
    private readonly RawStatement _runs = connection.Prepare(
        "SELECT company_id, customer_id, id, look_at FROM enrollments INDEXED BY ix_enrollments_due WHERE partition = ?1 AND look_at <= ?2 "
            + "AND company_id <> ?4 ORDER BY look_at LIMIT ?3 + 0");

    private readonly RawStatement _moments = connection.Prepare(
        "SELECT company_id, customer_id, id, at FROM moments INDEXED BY ix_moments_due WHERE partition = ?1 AND at <= ?2 AND company_id <> "
            + "?4 ORDER BY at LIMIT ?3 + 0");

    private readonly RawStatement _reviews = connection.Prepare(
        "SELECT company_id, customer_id, id, look_at FROM reviews INDEXED BY ix_reviews_due WHERE partition = ?1 AND look_at <= ?2 AND "
            + "state = 0 AND company_id <> ?4 ORDER BY look_at LIMIT ?3 + 0");

    private readonly RawStatement _nextWork = connection.Prepare(
        "SELECT MIN(at) FROM (SELECT MIN(look_at) AS at FROM enrollments WHERE partition = ?1 AND look_at IS NOT NULL AND look_at > ?2 " +
        "UNION ALL SELECT MIN(at) FROM moments WHERE partition = ?1 AND at > ?2 " +
        "UNION ALL SELECT MIN(look_at) FROM reviews WHERE partition = ?1 AND look_at IS NOT NULL AND look_at > ?2 AND state = 0)");

    private readonly RawStatement _nextMessage = connection.Prepare(
        "SELECT (SELECT due_at FROM messages WHERE partition = ?1 AND state = 0 AND due_at IS NOT NULL AND retry_at IS NULL ORDER BY "
            + "due_at LIMIT 1), "
        +
        "(SELECT MIN(retry_at) FROM messages WHERE partition = ?1 AND state = 0 AND retry_at IS NOT NULL)");

    public IReadOnlyList<DueItem> Read(int partition, DateTimeOffset now, int limit, CompanyId? besides)
    {
        var due = new List<DueItem>();
        Add(due, _runs, partition, now, limit, besides, id => new TurnInput.Due(new EnrollmentId(id)));
        Add(due, _moments, partition, now, limit, besides, id => new TurnInput.MomentDue(id));
        Add(due, _reviews, partition, now, limit, besides, id => new TurnInput.ReviewDue(new ReviewId(id)));
        // A stable sort: at the same instant runs come before moments, moments before reviews.
        return due.Count <= 1 ? due : [.. due.OrderBy(item => item.DueAt).Take(limit)];
    }

    public DateTimeOffset? ReadNextWork(int partition, DateTimeOffset? after)
    {
        _nextWork.Add(partition).Add(after ?? DateTimeOffset.MinValue).Read();
        var work = _nextWork.InstantOrNull(0);
        _nextWork.Stop();
        return work;
    }

    public NextDue ReadNext(int partition)
    {
        _nextMessage.Add(partition).Read();
        var next = new NextDue(ReadNextWork(partition, null), _nextMessage.InstantOrNull(0), _nextMessage.InstantOrNull(1));
        _nextMessage.Stop();
        return next;
    }

    private static void Add(
        List<DueItem> due, RawStatement rows, int partition, DateTimeOffset now, int limit, CompanyId? besides, Func<long, TurnInput> input)
    {
        rows.Add(partition).Add(now).Add(limit).Add(besides?.Value ?? 0);
        while (rows.Read())
            due.Add(new DueItem(new CompanyId(rows.Int(0)), new CustomerId(rows.Long(1)), input(rows.Long(2)), rows.Instant(3)));
    }
}
