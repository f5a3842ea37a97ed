using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Runs;

/// <summary>Runs as programs see them: listed, read, stopped.</summary>
public sealed class EnrollmentQueries(IDbContextFactory<FlowBuilderContext> contexts, IPlanCache plans, Steering steering)
{
    /// <summary>Runs that fit, the newest first, without their steps.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="range">Which part.</param>
    /// <param name="customer">Only of the customer with this userId.</param>
    /// <param name="sequence">Only of this sequence.</param>
    /// <param name="state">Only at this.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<EnrollmentView>> ListAsync(
        CompanyId company, IdRange range, string? customer, SequenceId? sequence, EnrollmentState? state, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var rows = context.Enrollments.AsNoTracking().Where(row => row.Id < range.Before);
        if (customer is not null)
        {
            var number = await CustomerLookup.NumberAsync(context, customer, cancellation);
            rows = rows.Where(row => row.CustomerId == number);
        }

        if (sequence is { } id)
        {
            var versions = await context.SequenceVersions.AsNoTracking()
                .Where(version => version.SequenceId == id.Value)
                .Select(version => version.Id)
                .ToListAsync(cancellation);
            rows = rows.Where(row => versions.Contains(row.VersionId));
        }

        if (state is not null) rows = rows.Where(row => row.State == state);
        return await EnrollmentViews.OfAsync(
            context, plans, await rows.OrderByDescending(row => row.Id).Take(range.Take).ToListAsync(cancellation), cancellation);
    }

    /// <summary>One run with its steps; null when the company has none of that number.</summary>
    public async Task<EnrollmentView?> FindAsync(CompanyId company, long run, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Enrollments.AsNoTracking().FirstOrDefaultAsync(row => row.Id == run, cancellation) is { } row
            ? await EnrollmentViews.OneAsync(context, plans, row, cancellation)
            : null;
    }

    /// <summary>Ends a run.</summary>
    /// <returns>Null when the company has none of that number.</returns>
    public async Task<TurnAnswer?> StopAsync(Caller caller, long run, bool tidyUp, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        await using var context = contexts.CreateFor(caller.Company);
        var customer = await context.Enrollments.AsNoTracking()
            .Where(row => row.Id == run)
            .Select(row => (long?)row.CustomerId)
            .FirstOrDefaultAsync(cancellation);
        return customer is { } whose
            ? await steering.AskAsync(
                caller, new CustomerId(whose), new TurnInput.StopByHand(new EnrollmentId(run), tidyUp, caller.Name), cancellation)
            : null;
    }
}
