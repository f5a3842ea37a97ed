using System.Globalization;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using Microsoft.AspNetCore.WebUtilities;

namespace FlowBuilder.Web.Components.Settings.AuditLog;

/// <summary>The filters of the audit log as they stand in the page's address. Days are the company's.</summary>
public sealed record AuditQuery(
    string? Person = null, string? Kind = null, string? Text = null, DateOnly? From = null, DateOnly? Until = null)
{
    public const string PageAddress = "/settings/audit-log";
    public const string ExportAddress = "/settings/audit-log/export";

    /// <summary>The longest text that is looked for.</summary>
    public const int LongestText = 200;

    public bool IsEmpty => this == new AuditQuery();

    /// <summary>From an address. What cannot be read wants all, as a mistyped address should still show the log.</summary>
    public static AuditQuery Read(string? person, string? kind, string? text, string? from, string? until) =>
        new(Some(person), Some(kind), Some(text), CompanyDays.Read(from), CompanyDays.Read(until));

    /// <summary>An address with these filters.</summary>
    /// <param name="path">The page, or the export.</param>
    /// <param name="before">The place in the chain to go on from.</param>
    public string Address(string path, long? before = null) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["person"] = Person, ["kind"] = Kind, ["q"] = Text, ["from"] = CompanyDays.Write(From), ["until"] = CompanyDays.Write(Until),
        ["before"] = before?.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is not null));

    /// <summary>The same as instants: the days begin and end where the company is.</summary>
    public AuditSearch In(TimeZoneInfo zone) => new(Person, Kind, Text, CompanyDays.Begin(From, zone), CompanyDays.End(Until, zone));

    private static string? Some(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > LongestText } much ? much[..LongestText] : text.Trim();
}
