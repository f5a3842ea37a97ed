using System.Globalization;

namespace FlowBuilder.Core.Time;

/// <summary>Dates and times of day as people write them: “Mar 4, 2026”, “9:30 AM”.</summary>
public static class ClockWords
{
    /// <summary>A date and time of day, for lists and chips: “Mar 4, 2026, 9:30 AM”.</summary>
    public const string Moment = "MMM d, yyyy, h:mm tt";

    /// <summary>The same with the day of the week, for sentences: “Wed, Mar 4, 2026 at 9:30 AM”.</summary>
    public const string MomentInWords = "ddd, MMM d, yyyy 'at' h:mm tt";

    /// <summary>A day: “Mar 4, 2026”.</summary>
    public const string Day = "MMM d, yyyy";

    /// <summary>A time of day, with seconds only where there are some.</summary>
    public static string Of(TimeOnly time) => time.ToString(time.Second == 0 ? "h:mm tt" : "h:mm:ss tt", CultureInfo.InvariantCulture);
}
