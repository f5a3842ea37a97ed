using FlowBuilder.Application.Engine;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Intake;

/// <summary>Stores events, then hands them to the pumps of the partitions they belong to.</summary>
internal sealed class Intake(IInbox inbox, PumpHost room, ProductClock clock) : IIntake
{
    public async Task<IReadOnlyList<StoredEvent>> AcceptAsync(IReadOnlyList<IncomingEvent> events, CancellationToken cancellation)
    {
        // Once begun, storing is not broken off: the sender would not know what is durable.
        cancellation.ThrowIfCancellationRequested();
        var stored = await inbox.AcceptAsync([.. events.Select(incoming => incoming.Normal())], clock.Now, CancellationToken.None);
        room.HandOver(stored);
        return stored;
    }
}
