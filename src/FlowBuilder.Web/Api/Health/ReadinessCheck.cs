using FlowBuilder.Application.Engine;
using FlowBuilder.Runtime.Channels.Breaking;

namespace FlowBuilder.Web.Api.Health;

/// <summary>Looks at the engine's progress, not just at its life.</summary>
internal static class ReadinessCheck
{
    /// <summary>Work that could go and has waited longer than this means the engine is stuck or overloaded.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    public static async Task<Readiness> LookAsync(
        IEngine engine, ProductClock clock, ProviderBreakers providers, int unknownMessages, CancellationToken cancellation)
    {
        var progress = await engine.ReadProgressAsync(cancellation);
        var reasons = new List<string>();
        if (progress.PumpsRunning < progress.Partitions)
            reasons.Add($"{progress.PumpsRunning} of {progress.Partitions} pumps are running.");
        if (progress.OldestUnclaimed is { } oldest && clock.Now - oldest > LongestWait) reasons.Add($"Work has waited since {oldest:u}.");
        var degraded = providers.Troubles.ToList();
        if (progress.OldestMessage is { } message && clock.Now - message > LongestWait)
            degraded.Add($"Messages have waited for a place at their provider since {message:u}.");
        return new Readiness(
            reasons.Count > 0 ? "notReady" : degraded.Count > 0 ? "degraded" : "ready", reasons, degraded, progress.OldestUnclaimed,
            progress.Waiting, unknownMessages,
            progress.LastCommit, progress.PumpsRunning, progress.Partitions);
    }
}
