using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Application.Engine;

/// <summary>The inbox: stores events durably, then wakes the pumps.</summary>
public interface IIntake
{
    /// <summary>
    /// Stores all of them in one commit or none. When the task is done they are durable (they survive kill -9) and de-duplicated.
    /// An unknown user or anonymous id makes a new customer. The answer says of each, in their order, what was stored.
    /// </summary>
    Task<IReadOnlyList<StoredEvent>> AcceptAsync(IReadOnlyList<IncomingEvent> events, CancellationToken cancellation);
}
