using System.Diagnostics.CodeAnalysis;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Runtime.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Runs;

/// <summary>Finds runs, the newest first.</summary>
internal static class RunSearch
{
    /// <summary>Reads one page, and one line more when there is another.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "The column for searching is stored in lower case.")]
    public static async Task<IReadOnlyList<RunLine>> ReadAsync(FlowBuilderContext context, ActivityQuery query, int take, CancellationToken cancellation)
    {
        var runs = context.Enrollments.AsNoTracking();
        if (query.Before is { } before) runs = runs.Where(run => run.Id < before);
        if (query.Sequence is { } wanted)
        {
            var versions = await context.SequenceVersions.AsNoTracking().Where(version => version.SequenceId == wanted).Select(version => version.Id).ToListAsync(cancellation);
            runs = runs.Where(run => versions.Contains(run.VersionId));
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
