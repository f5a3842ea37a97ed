using FlowBuilder.Core.Time;

namespace FlowBuilder.Web.Components.Designer.Inspector;

/// <summary>A duration as a form shows it: a number and a unit, with a direction where it points.
/// What mixes units is told in minutes or stays as it is.</summary>
/// <param name="Count">How many, never negative.</param>
/// <param name="Unit">minutes, hours, days, weeks or months.</param>
/// <param name="IsBefore">Points backwards.</param>
internal readonly record struct DurationParts(int Count, string Unit, bool IsBefore)
{
    public static readonly string[] Units = ["minutes", "hours", "days", "weeks", "months"];

    private const int MostOfAUnit = 100_000;

    /// <summary>The parts of a duration; null when it mixes units that have no common one (months with days).</summary>
    public static DurationParts? Of(Duration duration)
    {
        var plain = duration.IsNegative ? duration.Negate() : duration;
        if (plain.Months != 0)
            return plain is { Days: 0, Clock.Ticks: 0 } ? new DurationParts(plain.Months, "months", duration.IsNegative) : null;
        if (plain.Clock == TimeSpan.Zero)
            return plain.Days != 0 && plain.Days % 7 == 0
                ? new DurationParts(plain.Days / 7, "weeks", duration.IsNegative)
                : new DurationParts(plain.Days, "days", duration.IsNegative);
        if (plain.Days != 0 || plain.Clock.Ticks % TimeSpan.TicksPerMinute != 0) return null;
        return plain.Clock.Ticks % TimeSpan.TicksPerHour == 0
            ? new DurationParts((int)plain.Clock.TotalHours, "hours", duration.IsNegative)
            : new DurationParts((int)plain.Clock.TotalMinutes, "minutes", duration.IsNegative);
    }

    public Duration ToDuration()
    {
        var count = Math.Min(Count, MostOfAUnit);
        var plain = Unit switch
        {
            "minutes" => Duration.Of(TimeSpan.FromMinutes(count)),
            "hours" => Duration.Of(TimeSpan.FromHours(count)),
            "weeks" => Duration.OfDays(count * 7),
            "months" => new Duration(count, 0, TimeSpan.Zero),
            _ => Duration.OfDays(count),
        };
        return IsBefore ? plain.Negate() : plain;
    }
}
