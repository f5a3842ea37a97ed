using System.Diagnostics.Metrics;

namespace FlowBuilder.Runtime.Pump;

/// <summary>Counts what the pumps do, for health, the status page and the meter <c>FlowBuilder.Pump</c>.</summary>
public sealed class PumpMeter : IDisposable
{
    private readonly Meter _meter = new("FlowBuilder.Pump");
    private long _turns;
    private long _steps;
    private long _commits;
    private long _lastCommit;

    /// <summary>Registers the counters.</summary>
    public PumpMeter()
    {
        _meter.CreateObservableCounter("flowbuilder.turns", () => Turns);
        _meter.CreateObservableCounter("flowbuilder.steps", () => Steps);
        _meter.CreateObservableCounter("flowbuilder.batches", () => Commits);
    }

    public long Turns => Interlocked.Read(ref _turns);

    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>Batches committed; the store's group commit may join several in one commit.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>System time of the last commit; null before the first.</summary>
    public DateTimeOffset? LastCommit =>
        Interlocked.Read(ref _lastCommit) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Dispose() => _meter.Dispose();

    internal void Committed(int turns, int steps, DateTimeOffset at)
    {
        Interlocked.Add(ref _turns, turns);
        Interlocked.Add(ref _steps, steps);
        Interlocked.Increment(ref _commits);
        Interlocked.Exchange(ref _lastCommit, at.UtcTicks);
    }
}
