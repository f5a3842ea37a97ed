using FlowBuilder.Application.Sequences;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Runs;

/// <summary>The step an <see cref="RunQuery"/> names.</summary>
/// <param name="Words">What it says; null when no version has it.</param>
/// <param name="Later">The steps that lie ahead of it in the newest version that has it.</param>
/// <param name="Places">Where it is in each version.</param>
public sealed record StepPlace(
    string? Words, IReadOnlyList<(string Node, string Title)> Later, IReadOnlyList<(long Version, int Cursor)> Places)
{
    /// <summary>No step is named, or it is no longer there.</summary>
    public static StepPlace None { get; } = new(null, [], []);

    public static async Task<StepPlace> FindAsync(
        FlowBuilderContext context, IPlanCache plans, CompanyId company, RunQuery query, CancellationToken cancellation)
    {
        if (query is not { Sequence: { } sequence, Node: { } node }) return None;
        var versions = await context.SequenceVersions.AsNoTracking()
            .Where(version => version.SequenceId == sequence)
            .OrderBy(version => version.Number)
            .Select(version => version.Id)
            .ToListAsync(cancellation);
        await plans.HoldAsync([.. versions.Select(version => new VersionId(version))], cancellation);
        var found = versions.Select(version => plans.Find(new VersionId(version)))
            .OfType<PublishedSequence>()
            .Where(one => one.Company == company)
            .Select(one => (Published: one, Step: one.Plan.Steps.FirstOrDefault(step => step.Node == node)))
            .Where(one => one.Step is not null).ToList();
        if (found.Count == 0) return None;
        var names = await CompanyDirectory.ReadAsync(context, cancellation);
        var (newest, at) = (found[^1].Published.Plan, found[^1].Step!);
        return new StepPlace(
            at.Step.Sentence(names), LaterOf(newest, at.Index, names),
            [.. found.Select(one => (one.Published.Version.Value, one.Step!.Index))]);
    }

    /// <summary>The steps that can be come by after one, in words.</summary>
    public static IReadOnlyList<(string Node, string Title)> LaterOf(Plan plan, int at, Core.Steps.Names names) =>
        [.. plan.Steps.Where(step => plan.LiesAhead(at, step.Index)).Select(step => (step.Node, step.Step.Sentence(names)))];
}
