using System.Data.Common;
using FlowBuilder.Application.Access;

namespace FlowBuilder.Web.Live;

/// <summary>
/// Every second, as long as there is anybody: whoever may no longer be here is told and sent away, whoever lost a right loses what it
/// showed. A key revoked here counts at once, one revoked on another node within
/// <see cref="FlowBuilder.Application.Keys.StoredKeys.Trusted"/>; a right taken from a person as soon as the company is read anew.
/// </summary>
internal sealed class LiveSweep(
    LiveConnections connections, LiveAccess standing, TimeProvider clock, ILogger<LiveSweep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await connections.AnybodyAsync(stoppingToken);
                await Task.Delay(Every, clock, stoppingToken);
                foreach (var connection in connections.All) await LookAsync(connection, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("No more looks: the program ends.");
        }
    }

    private async Task LookAsync(LiveConnection connection, CancellationToken stopping)
    {
        if (connection.IsToldToLeave)
        {
            connection.Abort();
            return;
        }

        try
        {
            var (caller, because) = await standing.LookAsync(connection, stopping);
            if (caller is null) await connection.EndAllAsync(because);
            else await TakeAwayAsync(connection, caller);
        }
        catch (DbException away)
        {
            // Nothing is known of anybody; the next look is in a second, and without the database there is no news to tell.
            log.LogWarning(away, "Whether the clients of the live hub may stay could not be looked up.");
        }
    }

    private static async Task TakeAwayAsync(LiveConnection connection, Caller caller)
    {
        foreach (var topic in connection.Topics)
            if (!caller.May(LiveSubject.Needed(topic.Kind)))
                await connection.EndAsync(topic, $"The right to see “{LiveSubject.Word(topic.Kind)}” was removed.");
    }
}
