using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Reading;

/// <summary>A date as it is written: a day, perhaps a time of day, perhaps an offset.</summary>
/// <param name="Local">Day and time as written; midnight where no time is.</param>
/// <param name="HasTime">Whether a time of day is written.</param>
/// <param name="Offset">The offset behind it; null: by the clock of whoever reads it.</param>
public readonly record struct WrittenDate(DateTime Local, bool HasTime, TimeSpan? Offset)
{
    /// <summary>The written day, whatever zone stands behind it: what counts for birthdays and other dates of life.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Local);

    /// <summary>The instant it means; a day alone is its first instant.</summary>
    public DateTimeOffset At(TimeZoneInfo zone) => Offset is { } offset
        ? new DateTimeOffset(Math.Clamp(Local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero)
        : LocalClock.Resolve(Local, zone);
}
