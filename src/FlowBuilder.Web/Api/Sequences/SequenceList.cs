using System.Globalization;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Web.Api.Lists;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary><c>GET /sequences</c>, paged behind the last one shown.</summary>
internal static class SequenceList
{
    public static async Task<IResult> ListAsync(
        Caller caller, [FromServices] SequenceQueries sequences, Paging paging, [FromQuery(Name = "q")] string? q,
        [FromQuery(Name = "state")] string? state, [FromQuery(Name = "sort")] string? sort,
        [FromQuery(Name = "label")] string? label, [FromQuery(Name = "owner")] string? owner, CancellationToken cancellation)
    {
        var wanted = Choices.Read<SequenceState>(state, "state", out var refusal);
        if (refusal is not null) return refusal;
        var order = Choices.Read<SequenceSort>(sort, "sort", out refusal) ?? SequenceSort.Updated;
        if (refusal is not null) return refusal;

        var part = new SequencePart(q?.Trim() ?? "", wanted, label?.Trim() ?? "", owner?.Trim() ?? "", order);
        return await sequences.ListAsync(caller.Company, part, paging.After, paging.Limit + 1, cancellation) is { } lines
            ? TypedResults.Ok(paging.Cut(lines, line => SequenceQueries.PlaceOf(line, order), View))
            : Paging.WrongCursor;
    }

    internal static SequenceResponse View(SequenceLine line) => new(
        line.Id.ToString(), line.Title, line.Description, line.State, line.Revision, line.Version, line.Labels, line.IsProtected,
        line.Inside, line.Finished + line.Stopped, line.Owner, line.UpdatedAt, line.UpdatedBy);
}
