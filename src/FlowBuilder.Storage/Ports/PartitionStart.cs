namespace FlowBuilder.Storage.Ports;

/// <summary>A partition just taken: its token, and the position up to which its events are worked off.</summary>
public readonly record struct PartitionStart(long Fence, long DoneThrough);

/// <summary>
/// What waits although it could go: inbox events behind the partitions' progress, and things due. Counting stops at 10,000. Messages are
/// told apart: they may wait for a place at their provider, which no pump can give them.
/// </summary>
public readonly record struct Standing(
    DateTimeOffset? OldestUnclaimed, int Unclaimed, DateTimeOffset? OldestMessage = null, int Messages = 0);
