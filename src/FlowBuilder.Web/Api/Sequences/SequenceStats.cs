using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary><c>GET /sequences/{id}/stats</c></summary>
internal static class SequenceStats
{
    public static async Task<IResult> ReadAsync(string id, [FromServices] FlowBuilderContext context, [FromServices] IPlanShelf plans, CancellationToken cancellation)
    {
        if (await SequenceReading.FindAsync(context, id, cancellation) is not { } row) return Problem.NotFound();
        var versions = await context.SequenceVersions.AsNoTracking().Where(version => version.SequenceId == row.Id).Select(version => version.Id).ToListAsync(cancellation);
        var runs = context.Enrollments.AsNoTracking().Where(run => versions.Contains(run.VersionId));
        var enrollments = await runs.GroupBy(run => run.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var standing = await runs.Where(run => run.State <= EnrollmentState.Sending).GroupBy(run => new { run.VersionId, run.Cursor })
            .Select(group => new { group.Key.VersionId, group.Key.Cursor, Count = group.Count() }).ToListAsync(cancellation);
        var messages = await context.Messages.AsNoTracking().Where(message => message.SequenceId == row.Id).GroupBy(message => message.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return TypedResults.Ok(new StatsView(
            enrollments.ToDictionary(group => Choices.Word(group.Key), group => group.Count),
            messages.ToDictionary(group => Choices.Word(group.Key), group => group.Count),
            standing.Select(group => (Node: NodeOf(plans, new CompanyId(row.CompanyId), new VersionId(group.VersionId), group.Cursor), group.Count))
                .Where(group => group.Node is not null).GroupBy(group => group.Node!).ToDictionary(group => group.Key, group => group.Sum(one => one.Count))));
    }

    private static string? NodeOf(IPlanShelf plans, CompanyId company, VersionId version, int cursor) =>
        plans.Find(version) is { } published && published.Company == company && cursor >= 0 && cursor < published.Plan.Steps.Length ? published.Plan.Steps[cursor].Node : null;
}
