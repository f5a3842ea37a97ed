using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Numbers;

/// <summary>How many live runs stand on one node.</summary>
/// <param name="Inside">All of them.</param>
/// <param name="InReview">Those that wait for approval.</param>
public readonly record struct NodeCount(int Inside, int InReview);

/// <summary>How many live runs stand on each node of a sequence, over all its versions.</summary>
internal static class NodeCounts
{
    /// <summary>Nodes on which nobody stands are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, NodeCount>> ReadAsync(
        FlowBuilderContext context, IPlanCache plans, CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        var versions = await context.SequenceVersions.AsNoTracking()
            .Where(version => version.SequenceId == sequence.Value)
            .Select(version => version.Id)
            .ToListAsync(cancellation);
        var standing = await context.Enrollments.AsNoTracking()
            .Where(run => versions.Contains(run.VersionId) && run.State <= EnrollmentState.Sending)
            .GroupBy(run => new { run.VersionId, run.Cursor, InReview = run.State == EnrollmentState.Review })
            .Select(group => new { group.Key.VersionId, group.Key.Cursor, group.Key.InReview, Count = group.Count() })
            .ToListAsync(cancellation);
        await plans.HoldAsync([.. standing.Select(group => new VersionId(group.VersionId))], cancellation);
        return standing.Select(
            group => (Node: NodeOf(plans, company, new VersionId(group.VersionId), group.Cursor), group.InReview, group.Count))
            .Where(group => group.Node is not null)
            .GroupBy(group => group.Node!)
            .ToDictionary(
                group => group.Key,
                group => new NodeCount(group.Sum(one => one.Count), group.Where(one => one.InReview).Sum(one => one.Count)));
    }

    private static string? NodeOf(IPlanCache plans, CompanyId company, VersionId version, int cursor) =>
        plans.Find(version) is { } published && published.Company == company && cursor >= 0 && cursor < published.Plan.Steps.Length
            ? published.Plan.Steps[cursor].Node
            : null;
}
