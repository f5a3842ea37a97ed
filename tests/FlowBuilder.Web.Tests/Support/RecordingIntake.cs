using System.Collections.Concurrent;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>Keeps what came in, in order.</summary>
public sealed class RecordingIntake : IIntake
{
    public ConcurrentQueue<IncomingEvent> Events { get; } = [];

    public Task<IReadOnlyList<StoredEvent>> AcceptAsync(IReadOnlyList<IncomingEvent> events, CancellationToken cancellation)
    {
        foreach (var one in events) Events.Enqueue(one);
        return Task.FromResult<IReadOnlyList<StoredEvent>>(
            [.. events.Select(one => new StoredEvent(one.Company, new CustomerId(1), null))]);
    }
}
