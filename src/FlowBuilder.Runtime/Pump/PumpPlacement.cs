using System.Globalization;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace FlowBuilder.Runtime.Pump;

/// <summary>Places one pump job per partition, and the hourly retention, in Quartz's persistent
/// store; goes on with sweeps that a stop broke off.</summary>
internal sealed class PumpPlacement(ISchedulerFactory schedulers, PumpHost room, Sweeps sweeps, TimeProvider systemClock) : IHostedService
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

        var retention = JobBuilder.Create<Retention>().WithIdentity("retention").Build();
        var hourly = TriggerBuilder.Create().WithIdentity("retention").ForJob(retention).StartAt(systemClock.GetUtcNow().AddMinutes(5))
            .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromHours(1)).RepeatForever()).Build();
        await scheduler.ScheduleJob(retention, hourly, ScheduleJobOptions.Replacing, cancellationToken);
        await sweeps.ResumeAsync(room.AskAsync, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
