using FlowBuilder.Application.Engine;
using FlowBuilder.Storage.Ports;
using Microsoft.Extensions.Hosting;

namespace FlowBuilder.Runtime.Pump;

/// <summary>Notes every half minute, and at the stop, that the program works: what fell due in
/// between two notes far apart is late because of an outage.</summary>
internal sealed class Heartbeat(IPartitionStore partitions, ProductClock clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private int _stops;

    /// <summary>Notes the stop once: a host that is told to stop from two sides calls this twice,
    /// and may have closed the store by then.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Interlocked.Increment(ref _stops) > 1) return;
        await partitions.NoteWorkingAsync(clock.Now, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await partitions.NoteWorkingAsync(clock.Now, stoppingToken);
    }
}
