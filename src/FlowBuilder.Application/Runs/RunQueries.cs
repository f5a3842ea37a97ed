using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Runs;

/// <summary>Who is in which sequence, and what they are at.</summary>
public sealed class RunQueries(IDbContextFactory<FlowBuilderContext> contexts, IPlanCache plans, ICompanyCache companies)
{
    private const int MostSequences = 500;

    /// <summary>The sequences runs can be filtered by: those that were ever published, by title.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Title)>> SequencesAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var named = await context.Sequences.AsNoTracking()
            .Where(row => row.VersionNumber > 0)
            .OrderBy(row => row.Title)
            .Take(MostSequences)
            .Select(row => new { row.Id, row.Title })
            .ToListAsync(cancellation);
        return [.. named.Select(row => (row.Id, row.Title))];
    }

    /// <summary>The step a query names.</summary>
    public async Task<StepPlace> PlaceAsync(CompanyId company, RunQuery query, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await StepPlace.FindAsync(context, plans, company, query, cancellation);
    }

    /// <summary>The runs that fit, the newest first.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="query">Which.</param>
    /// <param name="place">The step it names; see <see cref="PlaceAsync"/>.</param>
    /// <param name="take">So many at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<RunLine>> ReadAsync(
        CompanyId company, RunQuery query, StepPlace place, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(place);
        await using var context = contexts.CreateFor(company);
        var search = await RunSearch.PrepareAsync(context, query, place.Places, ZoneOf(company), cancellation);
        return await search.ReadAsync(query.Before, take, cancellation);
    }

    /// <summary>All runs that fit, read in blocks while they are taken.</summary>
    public async IAsyncEnumerable<RunLine> AllAsync(
        CompanyId company, RunQuery query, int block,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var place = await StepPlace.FindAsync(context, plans, company, query, cancellation);
        var search = await RunSearch.PrepareAsync(context, query, place.Places, ZoneOf(company), cancellation);
        await foreach (var line in search.AllAsync(block, cancellation)) yield return line;
    }

    /// <summary>Who stands on the step a query names, who entered last first.</summary>
    public async Task<IReadOnlyList<PersonHere>> StandingAsync(
        CompanyId company, RunQuery query, StepPlace place, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.Places.Count == 0) return [];
        await using var context = contexts.CreateFor(company);
        var search = await RunSearch.PrepareAsync(context, query, place.Places, ZoneOf(company), cancellation);
        var rows = await search.Wanted(null).OrderByDescending(run => run.Id).Take(take).ToListAsync(cancellation);
        var since = rows.ToDictionary(row => row.Id, row => row.ArrivedAt);
        return [.. (await RunSearch.LinesAsync(context, rows, cancellation)).Select(line => new PersonHere(line, since[line.Id]))];
    }

    private TimeZoneInfo ZoneOf(CompanyId company) => companies.Find(company)?.Zone ?? TimeZoneInfo.Utc;
}
