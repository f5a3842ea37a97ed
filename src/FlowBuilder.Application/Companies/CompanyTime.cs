using System.Globalization;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Application.Companies;

/// <summary>Moments as a company's people read them: by the clock on their wall.</summary>
public static class CompanyTime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>“22 Nov 2026, 14:03”.</summary>
    public static string Words(DateTimeOffset moment, TimeZoneInfo zone) => LocalClock.Local(moment, zone).ToString("d MMM yyyy, HH:mm", English);

    /// <summary>“Thursday, 26 November 2026”.</summary>
    public static string Words(DateOnly day) => day.ToString("dddd, d MMMM yyyy", English);

    /// <summary>For the attribute <c>datetime</c>.</summary>
    public static string Machine(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
