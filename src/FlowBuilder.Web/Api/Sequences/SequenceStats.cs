using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Storage.Model;
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
        var messages = await context.Messages.AsNoTracking().Where(message => message.SequenceId == row.Id).GroupBy(message => message.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return TypedResults.Ok(new StatsView(
            enrollments.ToDictionary(group => Choices.Word(group.Key), group => group.Count),
            messages.ToDictionary(group => Choices.Word(group.Key), group => group.Count),
            (await NodeCounts.ReadAsync(context, plans, new CompanyId(row.CompanyId), new SequenceId(row.Id), cancellation)).ToDictionary(node => node.Key, node => node.Value.Inside)));
    }
}
