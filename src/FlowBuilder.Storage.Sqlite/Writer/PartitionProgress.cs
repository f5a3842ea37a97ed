
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Writer;

/// <summary>A partition's fencing token and how far its work stands.</summary>
internal sealed class PartitionProgress(RawConnection connection)
{
    private readonly RawStatement _take = connection.Prepare(
        "INSERT INTO partitions (partition, fence, done_through) VALUES (?1, 1, 0) ON CONFLICT (partition) DO UPDATE SET fence = fence + 1 "
            + "RETURNING fence, done_through");

    private readonly RawStatement _advance = connection.Prepare(
        "UPDATE partitions SET done_through = MAX(done_through, ?3) WHERE partition = ?1 AND fence = ?2");

    private readonly RawStatement _read = connection.Prepare("SELECT done_through FROM partitions WHERE partition = ?1");

    /// <summary>Raises the token.</summary>
    public PartitionStart Take(int partition)
    {
        _take.Add(partition).Read();
        var start = new PartitionStart(_take.Long(0), _take.Long(1));
        _take.Stop();
        return start;
    }

    /// <summary>Checks the token and notes the progress, in one statement; the first of every unit that comes from a pump.</summary>
    /// <exception cref="StaleFenceException">A newer pump has the partition.</exception>
    public void Advance(int partition, long fence, long doneThrough)
    {
        if (_advance.Add(partition).Add(fence).Add(doneThrough).Run() == 0) throw StaleFenceException.For(partition, fence);
    }

    public long DoneThrough(int partition)
    {
        var done = _read.Add(partition).Read() ? _read.Long(0) : 0;
        _read.Stop();
        return done;
    }
}
