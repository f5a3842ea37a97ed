using System.Globalization;
using FlowBuilder.Core.Time;
using FlowBuilder.Runtime.AuditLog;
using Microsoft.AspNetCore.WebUtilities;

namespace FlowBuilder.Web.AuditLog;

/// <summary>The filters of the audit log as they stand in the page's address. Days are the company's.</summary>
public sealed record AuditQuery(string? Person = null, string? Kind = null, string? Text = null, DateOnly? From = null, DateOnly? Until = null)
{
    public const string PageAddress = "/settings/audit-log";
    public const string ExportAddress = "/settings/audit-log/export";

    /// <summary>The longest text that is looked for.</summary>
    public const int LongestText = 200;

    public bool IsEmpty => this == new AuditQuery();

    /// <summary>From an address. What cannot be read wants all, as a mistyped address should still show the log.</summary>
    public static AuditQuery Read(string? person, string? kind, string? text, string? from, string? until) =>
        new(Some(person), Some(kind), Some(text), Day(from), Day(until));

    /// <summary>An address with these filters.</summary>
    /// <param name="path">The page, or the export.</param>
    /// <param name="before">The place in the chain to go on from.</param>
    public string Address(string path, long? before = null) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["person"] = Person, ["kind"] = Kind, ["q"] = Text, ["from"] = Day(From), ["until"] = Day(Until), ["before"] = before?.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is not null));

    /// <summary>The same as instants: the days begin and end where the company is.</summary>
    public AuditSearch In(TimeZoneInfo zone) => new(Person, Kind, Text, Begin(From, zone), Until is { } until && until < DateOnly.MaxValue ? Begin(until.AddDays(1), zone) : null);

    private static DateTimeOffset? Begin(DateOnly? day, TimeZoneInfo zone) => day is { } known ? LocalClock.Resolve(known.ToDateTime(TimeOnly.MinValue), zone) : null;

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > LongestText } much ? much[..LongestText] : text.Trim();

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
