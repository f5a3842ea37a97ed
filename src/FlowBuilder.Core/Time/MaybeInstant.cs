namespace FlowBuilder.Core.Time;

/// <summary>
/// An instant or none in eight bytes, where a <see cref="Nullable{DateTimeOffset}"/> takes 24: runs and messages hold several, most of them
/// none, and are copied with every step. The offset is not kept: instants are told in UTC, as the tables tell them.
/// </summary>
internal readonly struct MaybeInstant
{
    // One more than the ticks, so that the default is none.
    private readonly long _ticks;

    private MaybeInstant(long ticks) => _ticks = ticks;

    public static implicit operator MaybeInstant(DateTimeOffset? instant) => instant is { } known ? new(known.UtcTicks + 1) : default;

    public static implicit operator DateTimeOffset?(MaybeInstant instant) =>
        instant._ticks == 0 ? null : new DateTimeOffset(instant._ticks - 1, TimeSpan.Zero);
}
