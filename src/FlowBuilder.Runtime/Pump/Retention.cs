using FlowBuilder.Application.Engine;
using FlowBuilder.Storage.Ports;
using Microsoft.Extensions.Logging;
using Quartz;

namespace FlowBuilder.Runtime.Pump;

/// <summary>Removes what has outlived its use, once an hour, in small slices between the pumps' commits.</summary>
[DisallowConcurrentExecution]
internal sealed partial class Retention(IRetentionStore store, ProductClock clock, ILogger<Retention> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var removed = await store.PurgeAsync(clock.Now, cancellationToken);
        if (removed > 0) Removed(log, removed);
    }

    [LoggerMessage(LogLevel.Information, "Retention removed {Rows} rows")]
    private static partial void Removed(ILogger log, long rows);
}
