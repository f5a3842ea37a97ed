using FlowBuilder.Core.Model.Events;
using FlowBuilder.Storage.Sqlite.Writer;

namespace FlowBuilder.Storage.Sqlite.Intake;

/// <summary>
/// Gives events their positions in the inbox and remembers the newest of each partition, so that a pump that has read that far need not
/// read the next event back. A position whose transaction was undone stays remembered: behind it nothing is missed.
/// </summary>
internal sealed class InboxPositions(IdBlocks ids, int partitions)
{
    private readonly long?[] _newest = new long?[partitions];

    /// <summary>The next position.</summary>
    /// <param name="partition">Whose inbox.</param>
    /// <param name="after">The newest position there until now; null when it is not known.</param>
    public long Next(int partition, out long? after)
    {
        after = _newest[partition];
        var next = ids.Next(IdBlocks.Positions) * CustomerEvent.SeqStep;
        _newest[partition] = next;
        return next;
    }
}
