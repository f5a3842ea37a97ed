
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>What waits for a pump although it could go, and messages that may wait for a place as well.</summary>
internal sealed class ReadPumpBacklog(RawConnection connection)
{
    private const int Most = 10_000;

    private readonly RawStatement _inbox = connection.Prepare(
        "SELECT COUNT(*), MIN(arrived_at) FROM (SELECT arrived_at FROM events WHERE partition = ?1 " +
        "AND seq > COALESCE((SELECT done_through FROM partitions WHERE partitions.partition = ?1), 0) ORDER BY seq LIMIT ?2 + 0)");

    private readonly RawStatement[] _due =
    [
        connection.Prepare(
            "SELECT COUNT(*), MIN(look_at) FROM (SELECT look_at FROM enrollments WHERE partition = ?1 AND look_at <= ?2 ORDER BY look_at "
                + "LIMIT ?3 + 0)"),
        connection.Prepare(
            "SELECT COUNT(*), MIN(at) FROM (SELECT at FROM moments WHERE partition = ?1 AND at <= ?2 ORDER BY at LIMIT ?3 + 0)"),
    ];

    private readonly RawStatement _messages = connection.Prepare(
        "SELECT COUNT(*), MIN(due_at) FROM (SELECT due_at FROM messages WHERE partition = ?1 AND state = 0 AND due_at <= ?2 AND retry_at "
            + "IS NULL ORDER BY due_at LIMIT ?3 + 0)");

    public Standing Read(int partitions, DateTimeOffset now)
    {
        var (work, messages) = (new Sum(), new Sum());
        for (var partition = 0; partition < partitions; partition++)
        {
            work.Add(_inbox.Add(partition).Add(Most));
            foreach (var due in _due) work.Add(due.Add(partition).Add(now).Add(Most));
            messages.Add(_messages.Add(partition).Add(now).Add(Most));
        }

        return new Standing(work.Oldest, (int)Math.Min(work.Count, Most), messages.Oldest, (int)Math.Min(messages.Count, Most));
    }

    private sealed class Sum
    {
        public long Count { get; private set; }

        public DateTimeOffset? Oldest { get; private set; }

        public void Add(RawStatement row)
        {
            row.Read();
            Count += row.Long(0);
            if (row.InstantOrNull(1) is { } found && (Oldest is null || found < Oldest)) Oldest = found;
            row.Stop();
        }
    }
}
