using FlowBuilder.Application.Access;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Mending;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.ParkedInputs;

/// <summary><c>/parked-inputs</c>: inputs that broke their turn and were set aside.</summary>
internal static class ParkedInputRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/parked-inputs").WithTags("Parked inputs");
        group.MapGet("", ListAsync).For(Right.MendWork).WithName("ListParkedInputs");
        group.MapPost("/{id}/retry", RetryAsync)
            .For(Right.MendWork)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("RetryParkedInput");
        group.MapPost("/{id}/give-up", GiveUpAsync).For(Right.MendWork).WithName("GiveUpParkedInput");
    }

    private static async Task<Results<Ok<Page<ParkedInputView>>, ProblemHttpResult>> ListAsync(
        Caller caller, [FromServices] ParkedInputReader reading, IdPaging paging, CancellationToken cancellation)
    {
        var read = await reading.ReadAsync(caller.Company, paging.Range, cancellation);
        return TypedResults.Ok(paging.Cut([.. read.Select(row => row.View)], view => view.Id));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(
        string id, Caller caller, [FromServices] InputsSetAside inputs, CancellationToken cancellation)
    {
        if (!RowId.TryRead(id, out var number)) return Problem.NotFound();
        if (Answered.Refusal(await inputs.TryAgainAsync(caller, number, cancellation)) is { } refusal) return refusal;
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> GiveUpAsync(
        string id, Caller caller, [FromServices] InputsSetAside inputs, CancellationToken cancellation) =>
        RowId.TryRead(id, out var number) && await inputs.GiveUpAsync(caller, number, cancellation)
            ? TypedResults.NoContent()
            : Problem.NotFound();
}
