using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Enrollments;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Runs;

/// <summary>Makes views of stored runs.</summary>
internal static class EnrollmentViews
{
    public static async Task<IReadOnlyList<EnrollmentView>> OfAsync(
        FlowBuilderContext context, IPlanCache plans, IReadOnlyList<EnrollmentRow> rows, CancellationToken cancellation)
    {
        var customers = await CustomerLookup.UserIdsAsync(context, rows.Select(row => row.CustomerId), cancellation);
        await plans.HoldAsync([.. rows.Select(row => new VersionId(row.VersionId))], cancellation);
        return [.. rows.Select(
            row => Of(row, plans.Find(new VersionId(row.VersionId)), customers.GetValueOrDefault(row.CustomerId), null))];
    }

    /// <summary>One run with its steps.</summary>
    public static async Task<EnrollmentView> OneAsync(
        FlowBuilderContext context, IPlanCache plans, EnrollmentRow row, CancellationToken cancellation)
    {
        var customers = await CustomerLookup.UserIdsAsync(context, [row.CustomerId], cancellation);
        await plans.HoldAsync([new VersionId(row.VersionId)], cancellation);
        var published = plans.Find(new VersionId(row.VersionId));
        var names = await CompanyDirectory.ReadAsync(context, cancellation);
        var steps = published?.Plan.Steps.ToDictionary(step => step.Node, step => (Step)step.Step, StringComparer.Ordinal) ?? [];
        var done = await context.StepRuns.AsNoTracking()
            .Where(run => run.EnrollmentId == row.Id)
            .OrderBy(run => run.Id)
            .ToListAsync(cancellation);
        return Of(row, published, customers.GetValueOrDefault(row.CustomerId), [.. done.Select(run => new StepRunView(
            run.Node, run.StepType, run.At, run.Result, RunText.Sentence(run, steps.GetValueOrDefault(run.Node), names), run.Port,
            run.Pass))]);
    }

    private static EnrollmentView Of(
        EnrollmentRow row, PublishedSequence? published, string? customer, IReadOnlyList<StepRunView>? steps) => new(
        RowId.Write(row.Id), row.SequenceId.ToString("D"), published?.Number ?? 0, customer,
        row.RecordType is null ? null : new EnrollmentRecord(row.RecordType, row.RecordId ?? ""), row.State,
        row.Hold == Hold.None ? null : row.Hold,
        row.State <= EnrollmentState.Sending && published is not null && row.Cursor >= 0 && row.Cursor < published.Plan.Steps.Length
            ? published.Plan.Steps[row.Cursor].Node
            : null,
        row.EnteredAt, row.State is EnrollmentState.Active or EnrollmentState.Waiting ? row.DueAt : null, row.EndedAt, row.EndReason,
        steps);
}
