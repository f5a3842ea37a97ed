using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Enrollments;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Runs;

/// <summary>
/// Finds runs, the newest first. A page is one walk of an index of the runs alone, which ends when the page is full; the names that stand
/// beside them are read afterwards, for these few. Customers are looked for once: few of them are
/// named to the walk, many are asked on the way.
/// </summary>
public sealed class RunSearch
{
    /// <summary>So many customers are named to the walk. When more fit the words, a page of their runs is soon full.</summary>
    public const int MostNamed = 500;

    private const long MoreThanSteps = 1_000_000;

    private readonly FlowBuilderContext _context;
    private readonly RunQuery _query;
    private readonly IReadOnlyList<(long Version, int Cursor)> _places;
    private readonly TimeZoneInfo _zone;
    private readonly IReadOnlyList<long>? _customers;

    private RunSearch(
        FlowBuilderContext context, RunQuery query, IReadOnlyList<(long Version, int Cursor)> places, TimeZoneInfo zone,
        IReadOnlyList<long>? customers) =>
        (_context, _query, _places, _zone, _customers) = (context, query, places, zone, customers);

    /// <summary>Looks for the customers the query is about.</summary>
    /// <param name="context">As the company sees it.</param>
    /// <param name="query">Which runs.</param>
    /// <param name="places">Where the query's step is in each version of the sequence; used only when it names a step.</param>
    /// <param name="zone">The company's, for days.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<RunSearch> PrepareAsync(
        FlowBuilderContext context, RunQuery query, IReadOnlyList<(long Version, int Cursor)> places, TimeZoneInfo zone,
        CancellationToken cancellation)
    {
        if (query.Customer.Length == 0) return new RunSearch(context, query, places, zone, null);
        var named = await context.Customers.AsNoTracking()
            .Having(query.Customer)
            .OrderBy(customer => customer.Id)
            .Select(customer => customer.Id)
            .Take(MostNamed + 1)
            .ToListAsync(cancellation);
        return new RunSearch(context, query, places, zone, named.Count > MostNamed ? null : named);
    }

    /// <summary>Reads so many at most, older than the one of this number.</summary>
    public async Task<IReadOnlyList<RunLine>> ReadAsync(long? before, int take, CancellationToken cancellation)
    {
        if (_customers is { Count: 0 } || (_query.Node is not null && _places.Count == 0)) return [];
        return await LinesAsync(
            _context, await Wanted(before).OrderByDescending(run => run.Id).Take(take).ToListAsync(cancellation), cancellation);
    }

    /// <summary>All of them, read in blocks.</summary>
    public async IAsyncEnumerable<RunLine> AllAsync(
        int block, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<RunLine> lines = [];
        do
        {
            lines = await ReadAsync(lines.Count == 0 ? _query.Before : lines[^1].Id, block, cancellation);
            foreach (var line in lines) yield return line;
        }
        while (lines.Count == block);
    }

    /// <summary>The runs that fit, in no order.</summary>
    internal IQueryable<EnrollmentRow> Wanted(long? before)
    {
        var runs = _context.Enrollments.AsNoTracking();
        if (before is { } number) runs = runs.Where(run => run.Id < number);
        if (_query.Sequence is { } wanted) runs = runs.Where(run => run.SequenceId == wanted);
        if (_query.Node is not null)
        {
            // Version and step as one number: the walk from the newest run on is shorter than one
            // over all runs of a version, sorted afterwards.
            var places = _places.Select(place => (place.Version * MoreThanSteps) + place.Cursor).ToArray();
            runs = runs.Where(run => run.State <= EnrollmentState.Sending && places.Contains((run.VersionId * MoreThanSteps) + run.Cursor));
        }

        if (_query.State is { } state) runs = runs.Where(run => run.State == state);
        if (_query.Held) runs = runs.Where(run => run.Hold != Hold.None && run.State <= EnrollmentState.Sending);
        if (CompanyDays.Begin(_query.From, _zone) is { } from) runs = runs.Where(run => run.EnteredAt >= from);
        if (CompanyDays.End(_query.Until, _zone) is { } end) runs = runs.Where(run => run.EnteredAt < end);
        if (_customers is { } customers) return runs.Where(run => customers.Contains(run.CustomerId));
        if (_query.Customer.Length == 0) return runs;
        var fitting = _context.Customers.Having(_query.Customer);
        return runs.Where(run => fitting.Any(customer => customer.Id == run.CustomerId));
    }

    /// <summary>Puts the names beside runs; a customer who was erased has none.</summary>
    internal static async Task<IReadOnlyList<RunLine>> LinesAsync(
        FlowBuilderContext context, IReadOnlyList<EnrollmentRow> runs, CancellationToken cancellation)
    {
        var ids = runs.Select(run => run.CustomerId).Distinct().ToArray();
        var customers = await context.Customers.AsNoTracking()
            .Where(customer => ids.Contains(customer.Id))
            .Select(customer => new { customer.Id, customer.Name })
            .ToDictionaryAsync(customer => customer.Id, customer => customer.Name, cancellation);
        var numbers = runs.Select(run => run.VersionId).Distinct().ToArray();
        var versions = await (from version in context.SequenceVersions.AsNoTracking()
                              join sequence in context.Sequences.AsNoTracking() on version.SequenceId equals sequence.Id
                              where numbers.Contains(version.Id)
                              select new
                              {
                                  version.Id, version.Number, sequence.Title
                              }).ToDictionaryAsync(version => version.Id, cancellation);
        return [.. runs.Where(run => versions.ContainsKey(run.VersionId)).Select(run => new RunLine(
            run.Id, customers.GetValueOrDefault(run.CustomerId) ?? "", run.SequenceId, versions[run.VersionId].Title,
            versions[run.VersionId].Number, run.State, run.Hold, run.EnteredAt,
            run.State is EnrollmentState.Active or EnrollmentState.Waiting ? run.DueAt : null, run.EndedAt, run.EndReason,
            run.RecordType is null ? null : $"{run.RecordType} {run.RecordId}"))];
    }
}
