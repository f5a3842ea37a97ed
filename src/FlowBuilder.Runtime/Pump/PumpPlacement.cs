using System.Globalization;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace FlowBuilder.Runtime.Pump;

/// <summary>Places one pump job per partition in Quartz's persistent store and starts it now.</summary>
internal sealed class PumpPlacement(ISchedulerFactory schedulers, PumpRoom room) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        for (var partition = 0; partition < room.Partitions; partition++)
        {
            var name = partition.ToString(CultureInfo.InvariantCulture);
            var job = JobBuilder.Create<PumpJob>().WithIdentity(name, "pumps").UsingJobData(PumpJob.Partition, name).StoreDurably().Build();
            var start = TriggerBuilder.Create().WithIdentity(name, "pumps").ForJob(job).StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()).Build();
            await scheduler.ScheduleJob(job, start, ScheduleJobOptions.Replacing, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
