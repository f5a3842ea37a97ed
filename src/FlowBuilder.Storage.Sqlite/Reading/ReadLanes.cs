using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>Messages that may go, lane by lane, and those found in state sending. Every question is
/// answered from an index that holds nothing else.</summary>
internal sealed class ReadLanes(RawConnection connection)
{
    // A retry that is due goes although its put-off time has long passed; a message without retry waits for the product clock.
    private readonly RawStatement _due = connection.Prepare(
        "SELECT company_id, customer_id, id, due_at FROM messages INDEXED BY ix_messages_lane_due WHERE partition = ?1 AND company_id = ?2 "
            + "AND channel = ?3 "
        +
        "AND state = 0 AND due_at IS NOT NULL AND due_at <= ?4 AND retry_at IS NULL ORDER BY due_at LIMIT ?5 + 0");

    private readonly RawStatement _retries = connection.Prepare(
        "SELECT company_id, customer_id, id, retry_at FROM messages INDEXED BY ix_messages_lane_retry WHERE partition = ?1 AND company_id "
            + "= ?2 AND channel = ?3 "
        +
        "AND state = 0 AND retry_at IS NOT NULL AND retry_at <= ?4 ORDER BY retry_at LIMIT ?5 + 0");

    // From one lane to the next, however much waits in each.
    private readonly RawStatement _laneOfDue = connection.Prepare(
        "SELECT company_id, channel FROM messages INDEXED BY ix_messages_lane_due WHERE partition = ?1 AND state = 0 AND due_at IS NOT "
            + "NULL "
        +
        "AND (company_id, channel) > (?2, ?3) ORDER BY company_id, channel LIMIT 1");

    private readonly RawStatement _laneOfRetry = connection.Prepare(
        "SELECT company_id, channel FROM messages INDEXED BY ix_messages_lane_retry WHERE partition = ?1 AND state = 0 AND retry_at IS NOT "
            + "NULL "
        +
        "AND (company_id, channel) > (?2, ?3) ORDER BY company_id, channel LIMIT 1");

    private readonly RawStatement _nextOfLane = connection.Prepare(
        "SELECT (SELECT due_at FROM messages INDEXED BY ix_messages_lane_due WHERE partition = ?1 AND company_id = ?2 AND channel = ?3 AND "
            + "state = 0 AND due_at IS NOT NULL AND due_at > ?4 AND retry_at IS NULL "
        +
        "ORDER BY due_at LIMIT 1), (SELECT retry_at FROM messages INDEXED BY ix_messages_lane_retry WHERE partition = ?1 AND company_id = "
            + "?2 AND channel = ?3 AND state = 0 AND retry_at IS NOT NULL AND retry_at > ?5 "
            +
            "ORDER BY retry_at LIMIT 1)");

    private readonly RawStatement _sending = connection.Prepare(
        "SELECT company_id, customer_id, id, created_at FROM messages INDEXED BY ix_messages_sending WHERE partition = ?1 AND state = 1 "
            + "ORDER BY id");

    public IReadOnlyList<DueItem> ReadDue(int partition, SendingLane lane, DateTimeOffset now, DateTimeOffset systemNow, int limit)
    {
        var due = new List<DueItem>();
        Add(due, Of(_due).Add(now).Add(limit), id => new TurnInput.MessageDue(id));
        Add(due, Of(_retries).Add(systemNow).Add(limit), id => new TurnInput.MessageDue(id));
        return due.Count <= 1 ? due : [.. due.OrderBy(item => item.DueAt).Take(limit)];

        RawStatement Of(RawStatement statement) => statement.Add(partition).Add(lane.Company.Value).Add((int)lane.Channel);
    }

    /// <summary>Every lane in which something waits, and when its next may go.</summary>
    public IReadOnlyList<LaneDue> ReadAll(int partition)
    {
        var lanes = new SortedSet<(int Company, int Channel)>();
        foreach (var next in new[] { _laneOfDue, _laneOfRetry })
        {
            var (company, channel) = (-1, -1);
            while (next.Add(partition).Add(company).Add(channel).Read())
            {
                (company, channel) = (next.Int(0), next.Int(1));
                next.Stop();
                lanes.Add((company, channel));
            }
        }

        return [.. lanes.Select(
            lane => ReadOne(partition, new LaneDue(new SendingLane(new CompanyId(lane.Company), (Channel)lane.Channel), null, null)))];
    }

    /// <summary>When the next message of a lane may go, behind the instants that <paramref name="after"/> names.</summary>
    public LaneDue ReadOne(int partition, LaneDue after)
    {
        _nextOfLane.Add(partition)
            .Add(after.Lane.Company.Value)
            .Add((int)after.Lane.Channel)
            .Add(after.Due ?? DateTimeOffset.MinValue)
            .Add(after.Retry ?? DateTimeOffset.MinValue).Read();
        var due = after with { Due = _nextOfLane.InstantOrNull(0), Retry = _nextOfLane.InstantOrNull(1) };
        _nextOfLane.Stop();
        return due;
    }

    public IReadOnlyList<DueItem> ReadSending(int partition)
    {
        var sending = new List<DueItem>();
        Add(sending, _sending.Add(partition), id => new TurnInput.MessageDue(id));
        return sending;
    }

    private static void Add(List<DueItem> due, RawStatement rows, Func<MessageId, TurnInput> input)
    {
        while (rows.Read())
            due.Add(new DueItem(
                new CompanyId(rows.Int(0)), new CustomerId(rows.Long(1)), input(new MessageId(rows.Long(2))), rows.Instant(3)));
    }
}
