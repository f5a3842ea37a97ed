using FlowBuilder.Storage.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// One partition's pump as a Quartz job: long-lived, one per partition. Quartz places it and starts it again after a crash; a
/// doubled or late start costs time but never a step, because starting raises the fencing token.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class PumpJob(PumpHost room, IHostApplicationLifetime program, ILogger<PumpJob> log) : IJob
{
    /// <summary>The job data key that names the partition.</summary>
    public const string Partition = "partition";

    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var partition = int.Parse(context.MergedJobDataMap.GetString(Partition)!, System.Globalization.CultureInfo.InvariantCulture);
        // Quartz tells only the jobs that run when it stops; one that is just being started then would never hear of it.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, program.ApplicationStopping);
        var end = ending.Token;
        while (!end.IsCancellationRequested)
        {
            try
            {
                await room.RunAsync(partition, end);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
            catch (StaleFenceException)
            {
                Superseded(log, partition);
                return;
            }
            catch (Exception broken) when (broken is not OutOfMemoryException)
            {
                // The tables hold the truth: take the partition anew and go on from there.
                Broke(log, broken, partition);
                await Task.Delay(BeforeTryingAgain, end);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Pump {Partition}: a newer pump has taken the partition; this one ends")]
    private static partial void Superseded(ILogger log, int partition);

    [LoggerMessage(LogLevel.Error, "Pump {Partition} broke; it starts again from the tables in a second")]
    private static partial void Broke(ILogger log, Exception broken, int partition);
}
