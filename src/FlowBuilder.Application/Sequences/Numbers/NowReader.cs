using FlowBuilder.Application.Runs;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Enrollments;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Numbers;

/// <summary>
/// Reads what happened last in a sequence. The tables have no order of what moved last, so it is looked for with the runs that moved on
/// this node since it was started, and with those that entered last; everything about these few is found by their keys.
/// </summary>
public sealed class NowReader(IDbContextFactory<FlowBuilderContext> contexts, IPlanCache plans, IRecentRuns recent)
{
    /// <summary>Lines shown.</summary>
    public const int Shown = 30;

    /// <summary>Versions asked for who entered last: nobody enters older ones any more.</summary>
    private const int NewestVersions = 3;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<NowLine>> ReadAsync(CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var ids = await RunsAsync(context, company, sequence, cancellation);
        var runs = await context.Enrollments.AsNoTracking().Where(run => ids.Contains(run.Id)).ToListAsync(cancellation);
        var lines = await RunSearch.LinesAsync(context, runs, cancellation);
        var names = await CompanyDirectory.ReadAsync(context, cancellation);
        var steps = await context.StepRuns.AsNoTracking()
            .Where(step => ids.Contains(step.EnrollmentId))
            .OrderByDescending(step => step.At)
            .ThenByDescending(step => step.Id)
            .Take(Shown)
            .ToListAsync(cancellation);
        var customers = runs.Select(run => run.CustomerId).Distinct().ToArray();
        var reviews = await context.Reviews.AsNoTracking()
            .Where(review => customers.Contains(review.CustomerId) && ids.Contains(review.EnrollmentId) && review.DecidedAt != null)
            .ToListAsync(cancellation);
        var known = lines.ToDictionary(line => line.Id);
        var versions = runs.ToDictionary(run => run.Id, run => new VersionId(run.VersionId));
        await plans.HoldAsync(versions.Values, cancellation);
        var happened = lines.SelectMany(OfRun)
            .Concat(reviews.Where(review => known.ContainsKey(review.EnrollmentId))
                .Select(review => OfReview(review, known[review.EnrollmentId]))
                .OfType<NowLine>())
            .Concat(steps.Where(step => known.ContainsKey(step.EnrollmentId))
                .Select(step => OfStep(step, known[step.EnrollmentId], StepOf(company, versions[step.EnrollmentId], step.Node), names)));
        return [.. happened.OrderByDescending(line => line.At)
            .ThenByDescending(line => line.Kind)
            .ThenByDescending(line => line.Key, StringComparer.Ordinal)
            .Take(Shown)];
    }

    private async Task<long[]> RunsAsync(FlowBuilderContext context, CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        var runs = new HashSet<long>(recent.Of(company, sequence));
        var versions = await context.SequenceVersions.AsNoTracking()
            .Where(version => version.SequenceId == sequence.Value)
            .OrderByDescending(version => version.Number)
            .Take(NewestVersions)
            .Select(version => version.Id)
            .ToListAsync(cancellation);
        foreach (var version in versions)
            runs.UnionWith(
                await context.Enrollments.AsNoTracking()
                    .Where(run => run.VersionId == version)
                    .OrderByDescending(run => run.EnteredAt)
                    .Take(Shown)
                    .Select(run => run.Id)
                    .ToListAsync(cancellation));
        return [.. runs];
    }

    private static IEnumerable<NowLine> OfRun(RunLine line)
    {
        yield return new NowLine($"{line.Id} entered", line.EnteredAt, line.Id, line.Name, NowKind.Entered, "Entered.");
        if (line.EndedAt is not { } ended) yield break;
        var words = line.State == EnrollmentState.Done
            ? "Reached the end"
            : line.EndReason is { Length: > 0 } why
            ? $"{SequenceText.Of(line.State)}: {why}"
            : SequenceText.Of(line.State);
        yield return new NowLine(
            $"{line.Id} ended", ended, line.Id, line.Name, NowKind.Ended, RunText.Whole(words),
            IsBad: line.State == EnrollmentState.Failed);
    }

    /// <summary>That a person decided; what ends by itself is told by its run.</summary>
    private static NowLine? OfReview(ReviewRow review, RunLine line) => review.State switch
    {
        ReviewState.Approved => new NowLine(
            $"{line.Id} review {review.Id}", review.DecidedAt!.Value, line.Id, line.Name, NowKind.Decided,
            $"Approved by {review.DecidedBy}."),
        ReviewState.Rejected => new NowLine(
            $"{line.Id} review {review.Id}", review.DecidedAt!.Value, line.Id, line.Name, NowKind.Decided,
            $"Rejected by {review.DecidedBy}."),
        ReviewState.Waiting or ReviewState.Expired or ReviewState.Ended => null,
    };

    private static NowLine OfStep(StepRunRow done, RunLine line, Step? step, Names names) =>
        new(
            $"{line.Id} step {done.Id:D19}", done.At, line.Id, line.Name, NowKind.Step,
            $"{RunText.Of(done.Result)}: {RunText.Sentence(done, step, names)}", done.Node,
            done.Result is StepResult.Failed or StepResult.Unknown);

    private Step? StepOf(CompanyId company, VersionId version, string node) =>
        plans.Find(version) is { } published && published.Company == company
            ? published.Plan.Steps.FirstOrDefault(step => step.Node == node)?.Step
            : null;
}
