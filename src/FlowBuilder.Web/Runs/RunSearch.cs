using System.Diagnostics.CodeAnalysis;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Runtime.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Runs;

/// <summary>Finds runs, the newest first.</summary>
internal static class RunSearch
{
    /// <summary>Reads so many at most.</summary>
    /// <param name="context">As the company sees it.</param>
    /// <param name="query">Which.</param>
    /// <param name="places">Where the query's step is in each version of the sequence; used only when it names a step.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellation">Gives up.</param>
    [SuppressMessage("Globalization", "CA1308", Justification = "The column for searching is stored in lower case.")]
    public static async Task<IReadOnlyList<RunLine>> ReadAsync(FlowBuilderContext context, ActivityQuery query, IReadOnlyList<(long Version, int Cursor)> places, int take, CancellationToken cancellation)
    {
        var runs = context.Enrollments.AsNoTracking();
        if (query.Before is { } before) runs = runs.Where(run => run.Id < before);
        if (query.Sequence is { } wanted) runs = runs.Where(run => run.SequenceId == wanted);
        if (query.Node is not null)
        {
            if (places.Count == 0) return [];
            var standing = runs.Where(run => run.State <= EnrollmentState.Sending);
            runs = places.Select(place => standing.Where(run => run.VersionId == place.Version && run.Cursor == place.Cursor)).Aggregate((one, other) => one.Concat(other));
        }

        if (query.State is { } state) runs = runs.Where(run => run.State == state);
        if (query.Held) runs = runs.Where(run => run.Hold != Hold.None && run.State <= EnrollmentState.Sending);
        if (query.Customer.Length > 0)
        {
            var words = query.Customer.ToLowerInvariant();
            runs = runs.Where(run => context.Customers.Any(customer => customer.Id == run.CustomerId && customer.SearchText.Contains(words)));
        }

        return await (from run in runs
                      join customer in context.Customers.AsNoTracking() on run.CustomerId equals customer.Id
                      join version in context.SequenceVersions.AsNoTracking() on run.VersionId equals version.Id
                      join sequence in context.Sequences.AsNoTracking() on version.SequenceId equals sequence.Id
                      orderby run.Id descending
                      select new RunLine(run.Id, customer.Name, sequence.Id, sequence.Title, version.Number, run.State, run.Hold, run.EnteredAt,
                          run.State == EnrollmentState.Active || run.State == EnrollmentState.Waiting ? run.DueAt : null, run.EndedAt, run.EndReason, run.RecordType == null ? null : run.RecordType + " " + run.RecordId))
            .Take(take).ToListAsync(cancellation);
    }
}
