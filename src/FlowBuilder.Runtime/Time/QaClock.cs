using FlowBuilder.Application.Engine;

namespace FlowBuilder.Runtime.Time;

/// <summary>
/// The product clock with <c>Qa:Enabled=true</c>: the system clock plus an offset that only grows, kept in the database. It runs on
/// by itself between moves. Advancing goes from one due moment to the next, so that everything fires in order and at its time.
/// </summary>
public sealed class QaClock(IQaClockStore store) : ProductClock
{
    private long _offsetTicks = store.ReadOffset().Ticks;

    /// <inheritdoc />
    public override event Action? Moved;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>Moves the clock to <paramref name="target"/> at once, without stopping on the way.</summary>
    internal async Task JumpAsync(DateTimeOffset target, CancellationToken cancellation)
    {
        var offset = target - System.GetUtcNow();
        if (offset.Ticks <= Interlocked.Read(ref _offsetTicks)) return;
        await store.WriteOffsetAsync(offset, cancellation);
        Interlocked.Exchange(ref _offsetTicks, offset.Ticks);
        Moved?.Invoke();
    }
}
