using System.Globalization;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Application.Companies;

/// <summary>Days as they stand in addresses (“2026-11-26”); they begin and end where the company is.</summary>
public static class CompanyDays
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>Null when it is no day.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string? Write(DateOnly? day) => day?.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The instant at which the day begins.</summary>
    public static DateTimeOffset? Begin(DateOnly? day, TimeZoneInfo zone) =>
        day is { } known ? LocalClock.Resolve(known.ToDateTime(TimeOnly.MinValue), zone) : null;

    /// <summary>The instant at which the day of a moment began.</summary>
    public static DateTimeOffset Midnight(DateTimeOffset moment, TimeZoneInfo zone) =>
        LocalClock.Resolve(LocalClock.Local(moment, zone).Date, zone);

    /// <summary>The instant at which the day is over; null for the last day of the calendar, which never is.</summary>
    public static DateTimeOffset? End(DateOnly? day, TimeZoneInfo zone) =>
        day is { } known && known < DateOnly.MaxValue ? Begin(known.AddDays(1), zone) : null;
}
