using System.Globalization;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Finding;

/// <summary>The sequences of a company: a page for people, a list for programs.</summary>
public sealed class SequenceQueries(IDbContextFactory<FlowBuilderContext> contexts, ICompanyCache companies, ProductClock clock)
{
    /// <summary>A page of the list on screen.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="part">Which sequences.</param>
    /// <param name="skip">How many are passed over.</param>
    /// <param name="take">How many are read.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SequencesRead> PageAsync(CompanyId company, SequencePart part, int skip, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        await using var context = contexts.CreateFor(company);
        var found = SequenceSearch.Find(context, part.Text, part.State, part.Label, part.Owner);
        var all = await found.CountAsync(cancellation);
        var lines = await SequenceSearch.ReadAsync(context, SequenceSearch.Order(found, part.Sort).Skip(skip).Take(take), cancellation);
        var trends = await EntryTrend.ReadAsync(
            context, [.. lines.Select(line => line.Id)], clock.Now, companies.Find(company)?.Zone ?? TimeZoneInfo.Utc, cancellation);
        return new SequencesRead(all, lines, trends, await SequenceChoices.ReadAsync(context, cancellation));
    }

    /// <summary>The list behind the last one shown.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="part">Which sequences.</param>
    /// <param name="after">The place of the last one shown, see <see cref="PlaceOf"/>; null: from the first.</param>
    /// <param name="take">How many are read.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null when the place is none of this order.</returns>
    public async Task<IReadOnlyList<SequenceLine>?> ListAsync(
        CompanyId company, SequencePart part, IReadOnlyList<string>? after, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        await using var context = contexts.CreateFor(company);
        var rows = SequenceSearch.Find(context, part.Text, part.State, part.Label, part.Owner);
        if (after is not null)
        {
            if (after is not [var key, var id] || !Guid.TryParse(id, out var last) || Behind(rows, part.Sort, key, last) is not { } behind)
                return null;
            rows = behind;
        }

        return await SequenceSearch.ReadAsync(context, SequenceSearch.Order(rows, part.Sort).Take(take), cancellation);
    }

    /// <summary>The place of a line in an order, for the next part of the list.</summary>
    public static IReadOnlyList<string> PlaceOf(SequenceLine line, SequenceSort order)
    {
        ArgumentNullException.ThrowIfNull(line);
        return [KeyOf(line, order), line.Id.ToString()];
    }

    /// <summary>One sequence with live counts; null when there is none of that id.</summary>
    public async Task<SequenceLine?> FindAsync(CompanyId company, SequenceId id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await SequenceSearch.ReadAsync(
            context, context.Sequences.AsNoTracking().Where(row => row.Id == id.Value), cancellation) is [var line]
            ? line
            : null;
    }

    /// <summary>Whether the company has a sequence of that id.</summary>
    public async Task<bool> ExistsAsync(CompanyId company, SequenceId id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Sequences.AnyAsync(row => row.Id == id.Value, cancellation);
    }

    private static string KeyOf(SequenceLine line, SequenceSort order) => order switch
    {
        SequenceSort.Title => line.SortTitle,
        SequenceSort.State => $"{(int)line.State} {Ticks(line)}",
        SequenceSort.Updated => Ticks(line),
    };

    private static string Ticks(SequenceLine line) => line.UpdatedAt.UtcTicks.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands behind the one with this key and id; null when the key is none of this order.</summary>
    private static IQueryable<SequenceRow>? Behind(IQueryable<SequenceRow> rows, SequenceSort order, string key, Guid last)
    {
        if (order == SequenceSort.Title) return SequenceSearch.BehindTitle(rows, key, last);
        var parts = key.Split(' ');
        if (!long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.UtcTicks)
            return null;
        var at = new DateTimeOffset(ticks, TimeSpan.Zero);
        if (order == SequenceSort.Updated)
            return parts.Length == 1 ? rows.Where(row => row.UpdatedAt < at || (row.UpdatedAt == at && row.Id > last)) : null;
        if (parts.Length != 2 || !Enum.TryParse<SequenceState>(parts[0], out var state) || !Enum.IsDefined(state)) return null;
        return rows.Where(
            row => row.State > state || (row.State == state && (row.UpdatedAt < at || (row.UpdatedAt == at && row.Id > last))));
    }
}
