using System.Globalization;
using System.Runtime.CompilerServices;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.AuditLog;

/// <summary>Reads the audit log, a page at a time or whole, and what its filters offer.</summary>
public sealed class AuditPageReader(IDbContextFactory<FlowBuilderContext> contexts)
{
    public const int LinesOnPage = 50;

    /// <summary>A page of lines, newest first.</summary>
    /// <param name="company">Whose log.</param>
    /// <param name="search">Which lines.</param>
    /// <param name="before">Only lines before this place in the chain; null: from the newest.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<AuditPageOfLines> ReadAsync(CompanyId company, AuditSearch search, long? before, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        await using var context = contexts.CreateFor(company);
        var lines = await search.In(context, before).Take(LinesOnPage + 1).ToListAsync(cancellation);
        var shown = lines.Take(LinesOnPage).Select(AuditLine.Of).ToArray();
        var customers = await CustomersAsync(context, shown, cancellation);
        var joined = await JoinedText.ReadAsync(
            context, shown, subject => subject is not null && customers.TryGetValue(subject, out var stands) ? stands.Id : null,
            cancellation);
        return new AuditPageOfLines(
            shown, lines.Count > LinesOnPage ? shown[^1].Id : null, customers.ToDictionary(known => known.Key, known => known.Value.Name),
            joined);
    }

    /// <summary>The lines, newest first, read while they are taken.</summary>
    public async IAsyncEnumerable<AuditLine> AllAsync(
        CompanyId company, AuditSearch search, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        await using var context = contexts.CreateFor(company);
        await foreach (var line in search.In(context).AsAsyncEnumerable().WithCancellation(cancellation)) yield return AuditLine.Of(line);
    }

    /// <summary>Everybody who ever did something, under the newest of their names, and every kind of action there is.</summary>
    public async Task<AuditChoices> ChoicesAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var known = await context.AuditLog
            .GroupBy(line => new { line.ActorId, line.By, line.Action })
            .Select(group => new { group.Key.ActorId, group.Key.By, group.Key.Action, Last = group.Max(line => line.Id) })
            .ToListAsync(cancellation);
        return new AuditChoices(
            [.. known.OrderByDescending(line => line.Last)
                .DistinctBy(line => line.ActorId)
                .OrderBy(line => line.By, StringComparer.CurrentCultureIgnoreCase)
                .Select(line => (line.ActorId, line.By))],
            [.. known.Select(line => AuditKinds.Of(line.Action)).Distinct()
                .Select(kind => (kind, AuditKinds.Word(kind)))
                .OrderBy(kind => kind.Item2, StringComparer.CurrentCultureIgnoreCase)]);
    }

    /// <summary>Who stands behind the numbers: of a customer who was joined to another, the one who stayed.</summary>
    private static async Task<IReadOnlyDictionary<string, (long Id, string Name)>> CustomersAsync(
        FlowBuilderContext context, IEnumerable<AuditLine> lines, CancellationToken cancellation)
    {
        var known = new Dictionary<string, (long, string)>();
        var wanted = lines.Where(line => AuditKinds.IsAboutCustomer(line.Action) && line.Subject is not null)
            .Select(line => line.Subject!).Distinct()
            .Select(
                subject => (Subject: subject, Number: long.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    ? id
                    : 0)).ToArray();
        while (wanted.Length > 0)
        {
            var numbers = wanted.Select(one => one.Number).ToArray();
            var rows = await context.Customers.AsNoTracking()
                .Where(row => numbers.Contains(row.Id))
                .Select(row => new { row.Id, row.Name, row.MergedInto })
                .ToDictionaryAsync(row => row.Id, cancellation);
            foreach (var (subject, number) in wanted)
                if (rows.GetValueOrDefault(number) is { MergedInto: null } stands) known[subject] = (number, stands.Name);
            wanted = [.. wanted.Select(one => (one.Subject, rows.GetValueOrDefault(one.Number)?.MergedInto ?? 0))
                .Where(one => one.Item2 != 0)];
        }

        return known;
    }
}

/// <summary>A page of lines.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="Older">The place from which older lines go on; null when there are none.</param>
/// <param name="Customers">Names of the customers the lines are about, as far as they are still here.</param>
/// <param name="Joined">Names of those who were joined to another, by number, as far as that one is still here.</param>
public sealed record AuditPageOfLines(
    IReadOnlyList<AuditLine> Lines, long? Older, IReadOnlyDictionary<string, string> Customers, IReadOnlyDictionary<long, string> Joined)
{
    /// <summary>What was done, as it is shown.</summary>
    public string WordsOf(AuditLine line) => JoinedText.Shown(line, Joined);
}

/// <summary>What can be chosen in the filters.</summary>
public sealed record AuditChoices(IReadOnlyList<(string Id, string Name)> People, IReadOnlyList<(string Kind, string Name)> Kinds);
