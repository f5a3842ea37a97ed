using System.Globalization;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Application.Companies;

/// <summary>Moments as a company's people read them: by the clock on their wall.</summary>
public static class CompanyTime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>“Nov 22, 2026, 2:03 PM”.</summary>
    public static string Words(DateTimeOffset moment, TimeZoneInfo zone) =>
        LocalClock.Local(moment, zone).ToString(ClockWords.Moment, English);

    /// <summary>“Thursday, November 26, 2026”.</summary>
    public static string Words(DateOnly day) => day.ToString("dddd, MMMM d, yyyy", English);

    /// <summary>For the attribute <c>datetime</c>.</summary>
    public static string Machine(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
