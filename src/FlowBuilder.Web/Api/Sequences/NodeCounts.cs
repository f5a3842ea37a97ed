using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Runtime.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary>How many live runs stand on each node of a sequence, over all its versions.</summary>
internal static class NodeCounts
{
    public static async Task<IReadOnlyDictionary<string, int>> ReadAsync(FlowBuilderContext context, IPlanShelf plans, CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        var versions = await context.SequenceVersions.AsNoTracking().Where(version => version.SequenceId == sequence.Value).Select(version => version.Id).ToListAsync(cancellation);
        var standing = await context.Enrollments.AsNoTracking().Where(run => versions.Contains(run.VersionId) && run.State <= EnrollmentState.Sending)
            .GroupBy(run => new { run.VersionId, run.Cursor }).Select(group => new { group.Key.VersionId, group.Key.Cursor, Count = group.Count() }).ToListAsync(cancellation);
        return standing.Select(group => (Node: NodeOf(plans, company, new VersionId(group.VersionId), group.Cursor), group.Count))
            .Where(group => group.Node is not null).GroupBy(group => group.Node!).ToDictionary(group => group.Key, group => group.Sum(one => one.Count));
    }

    private static string? NodeOf(IPlanShelf plans, CompanyId company, VersionId version, int cursor) =>
        plans.Find(version) is { } published && published.Company == company && cursor >= 0 && cursor < published.Plan.Steps.Length ? published.Plan.Steps[cursor].Node : null;
}
