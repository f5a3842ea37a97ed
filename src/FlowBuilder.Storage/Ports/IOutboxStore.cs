using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Storage.Ports;

/// <summary>Messages that wait to leave or are leaving. They are written by turns
/// (<see cref="ITurnStore"/>) and read here. Thread-safe.</summary>
public interface IOutboxStore
{
    /// <summary>A message with its bodies; null when there is none.</summary>
    ValueTask<Message?> ReadMessageAsync(CompanyId company, MessageId message, CancellationToken cancellation);

    /// <summary>Waiting messages of a lane that may go: put off until now or earlier (no retry
    /// set), or with a retry due by <paramref name="systemNow"/>; oldest first.</summary>
    ValueTask<IReadOnlyList<DueItem>> ReadDueMessagesAsync(
        int partition, SendingLane lane, DateTimeOffset now, DateTimeOffset systemNow, int limit, CancellationToken cancellation);

    /// <summary>Every lane in which something waits, and when its next may go. Costs as much as
    /// there are lanes, however much waits in them.</summary>
    ValueTask<IReadOnlyList<LaneDue>> ReadLanesAsync(int partition, CancellationToken cancellation);

    /// <summary>When the next message of the lane of <paramref name="after"/> may go, behind the
    /// instants it names (null: the earliest).</summary>
    ValueTask<LaneDue> ReadLaneAsync(int partition, LaneDue after, CancellationToken cancellation);

    /// <summary>Messages in state sending: after a crash nobody knows whether they left.</summary>
    ValueTask<IReadOnlyList<DueItem>> ReadSendingAsync(int partition, CancellationToken cancellation);
}
