using FlowBuilder.Application.Access;
using FlowBuilder.Application.Sequences.Numbers;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary><c>GET /sequences/{id}/stats</c></summary>
internal static class SequenceStats
{
    public static async Task<IResult> ReadAsync(
        string id, Caller caller, [FromServices] SequenceCounting counting, CancellationToken cancellation) =>
        SequenceId.TryParse(id, out var sequence) && await counting.ReadAsync(caller.Company, sequence, cancellation) is { } sums
            ? TypedResults.Ok(new StatsResponse(
                sums.Enrollments.ToDictionary(group => Choices.Word(group.Key), group => group.Value),
                sums.Messages.ToDictionary(group => Choices.Word(group.Key), group => group.Value),
                sums.Nodes.ToDictionary(node => node.Key, node => node.Value.Inside)))
            : Problem.NotFound();
}
