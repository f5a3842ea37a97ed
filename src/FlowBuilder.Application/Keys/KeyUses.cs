using System.Collections.Concurrent;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace FlowBuilder.Application.Keys;

/// <summary>When keys were last used, to the minute. A call only notes it in memory; every quarter
/// of a minute what is new is written.</summary>
public sealed class KeyUses(IDbContextFactory<FlowBuilderContext> contexts, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<(int Company, long Key), Use> _uses = [];

    /// <summary>A key was used.</summary>
    public void Note(CompanyId company, long key, DateTimeOffset at)
    {
        var use = _uses.GetOrAdd((company.Value, key), static _ => new Use());
        var minute = at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute);
        if (Volatile.Read(ref use.Minute) < minute) Volatile.Write(ref use.Minute, minute);
    }

    /// <summary>Writes what is new.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        foreach (var ((company, key), use) in _uses)
        {
            var minute = Volatile.Read(ref use.Minute);
            if (minute == use.Written) continue;
            var at = new DateTimeOffset(minute, TimeSpan.Zero);
            await using var context = contexts.CreateFor(new CompanyId(company));
            await context.ApiKeys
                .Where(row => row.Id == key && (row.LastUsedAt == null || row.LastUsedAt < at))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, at), cancellation);
            use.Written = minute;
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await WriteAsync(stoppingToken);
    }

    private sealed class Use
    {
        public long Minute;
        public long Written;
    }
}
