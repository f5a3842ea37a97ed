using System.Globalization;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Companies;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.AuditLog;

/// <summary>Reads a page of the audit log, and what its filters offer.</summary>
internal static class AuditPageReading
{
    public const int LinesOnPage = 50;

    /// <summary>A page of lines, newest first.</summary>
    public static async Task<AuditPageOfLines> ReadAsync(FlowBuilderContext context, AuditQuery query, TimeZoneInfo zone, long? before, CancellationToken cancellation)
    {
        var lines = await query.In(zone).In(context, before).Take(LinesOnPage + 1).ToListAsync(cancellation);
        var shown = lines.Take(LinesOnPage).ToArray();
        return new AuditPageOfLines(shown, lines.Count > LinesOnPage ? shown[^1].Id : null, await CustomersAsync(context, shown, cancellation));
    }

    /// <summary>Everybody who ever did something, under the newest of their names, and every kind of action there is.</summary>
    public static async Task<AuditChoices> ChoicesAsync(FlowBuilderContext context, CancellationToken cancellation)
    {
        var known = await context.AuditLog.GroupBy(line => new { line.ActorId, line.By, line.Action }).Select(group => new { group.Key.ActorId, group.Key.By, group.Key.Action, Last = group.Max(line => line.Id) }).ToListAsync(cancellation);
        return new AuditChoices(
            [.. known.OrderByDescending(line => line.Last).DistinctBy(line => line.ActorId).OrderBy(line => line.By, StringComparer.CurrentCultureIgnoreCase).Select(line => (line.ActorId, line.By))],
            [.. known.Select(line => AuditKinds.Of(line.Action)).Distinct().Select(kind => (kind, AuditKinds.Word(kind))).OrderBy(kind => kind.Item2, StringComparer.CurrentCultureIgnoreCase)]);
    }

    private static async Task<IReadOnlyDictionary<string, string>> CustomersAsync(FlowBuilderContext context, IEnumerable<AuditLogRow> lines, CancellationToken cancellation)
    {
        var ids = lines.Where(line => AuditKinds.IsAboutCustomer(line.Action)).Select(line => long.TryParse(line.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Distinct().ToArray();
        if (ids.Length == 0) return new Dictionary<string, string>();
        var names = await context.Customers.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name }).ToListAsync(cancellation);
        return names.ToDictionary(row => row.Id.ToString(CultureInfo.InvariantCulture), row => row.Name);
    }
}

/// <summary>A page of lines.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="Older">The place from which older lines go on; null when there are none.</param>
/// <param name="Customers">Names of the customers the lines are about, as far as they are still here.</param>
public sealed record AuditPageOfLines(IReadOnlyList<AuditLogRow> Lines, long? Older, IReadOnlyDictionary<string, string> Customers);

/// <summary>What can be chosen in the filters.</summary>
public sealed record AuditChoices(IReadOnlyList<(string Id, string Name)> People, IReadOnlyList<(string Kind, string Name)> Kinds);
