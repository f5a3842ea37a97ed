using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Time;

/// <summary>
/// An ISO 8601 duration (<c>P2D</c>, <c>PT90M</c>, <c>-P1D</c>, <c>P1M</c>, <c>P2W</c>): calendar months and days, and a clock part,
/// all of one sign. Added to an instant, a day is 24 hours; shifted on a local calendar, a day is a calendar day.
/// </summary>
[JsonConverter(typeof(DurationJson))]
public readonly record struct Duration(int Months, int Days, TimeSpan Clock) : IComparable<Duration>
{
    /// <summary>No time at all.</summary>
    public static Duration Zero => default;

    /// <summary>Whether the duration points backwards.</summary>
    public bool IsNegative => Months < 0 || Days < 0 || Clock < TimeSpan.Zero;

    /// <summary>Whether the duration is nothing at all.</summary>
    public bool IsZero => this == default;

    /// <summary>A rough length for comparing two durations; a month counts as 30 days.</summary>
    public TimeSpan Approximate => TimeSpan.FromDays((Months * 30) + Days) + Clock;

    /// <summary>A duration of whole days.</summary>
    public static Duration OfDays(int days) => new(0, days, TimeSpan.Zero);

    /// <summary>A duration of clock time.</summary>
    public static Duration Of(TimeSpan clock) => new(0, 0, clock);

    /// <summary>The instant this duration later (earlier when negative): months by the UTC calendar, days as 24 hours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result is outside the years 1 to 9999.</exception>
    public DateTimeOffset After(DateTimeOffset instant) => instant.AddMonths(Months).AddDays(Days) + Clock;

    /// <summary>As <see cref="After"/>, but held within the years 1 to 9999 instead of throwing.</summary>
    public DateTimeOffset Reach(DateTimeOffset instant)
    {
        try
        {
            return After(instant.ToUniversalTime());
        }
        catch (ArgumentOutOfRangeException)
        {
            return IsNegative ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
        }
    }

    /// <summary>The local date and time this duration later, by the calendar.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result is outside the years 1 to 9999.</exception>
    public DateTime Shift(DateTime local) => local.AddMonths(Months).AddDays(Days) + Clock;

    /// <summary>The same length, pointing the other way.</summary>
    public Duration Negate() => new(-Months, -Days, -Clock);

    /// <inheritdoc />
    public int CompareTo(Duration other) => Approximate.CompareTo(other.Approximate);

    /// <summary>The ISO 8601 text, such as <c>P2DT3H</c>; <c>PT0S</c> for nothing.</summary>
    public override string ToString() => DurationText.Write(this);

    /// <summary>Words for a marketer: <c>2 days</c>, <c>1 hour 30 minutes</c>. Without sign.</summary>
    public string ToWords() => DurationText.Words(this);

    /// <summary>Reads an ISO 8601 duration; weeks become days, years become months; fractions are refused except in seconds.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Duration duration) => DurationText.TryRead(text, out duration);

    /// <summary>Reads an ISO 8601 duration.</summary>
    /// <exception cref="FormatException">The text is not a duration.</exception>
    public static Duration Parse(string text) => TryParse(text, out var duration) ? duration
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"“{text}” is not a duration like P2D or PT90M."));

    public static bool operator <(Duration left, Duration right) => left.CompareTo(right) < 0;

    public static bool operator >(Duration left, Duration right) => left.CompareTo(right) > 0;

    public static bool operator <=(Duration left, Duration right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Duration left, Duration right) => left.CompareTo(right) >= 0;
}
