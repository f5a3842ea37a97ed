using FlowBuilder.Application.Access;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Runs;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Enrollments;

/// <summary>Moves of runs by hand: <c>/enrollments/{id}/skip-wait</c>, <c>/move</c>, <c>/retry</c>, and many at once.</summary>
internal static class EnrollmentMoves
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/{id}/skip-wait", SkipWaitAsync)
            .For(Right.SteerEnrollments)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("SkipWait");
        group.MapPost("/{id}/move", MoveAsync)
            .For(Right.SteerEnrollments)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("MoveEnrollment");
        group.MapPost("/{id}/retry", RetryAsync)
            .For(Right.SteerEnrollments)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("RetryEnrollment");
        group.MapPost("/bulk", BulkAsync).For(Right.SteerEnrollments).WithName("SteerEnrollments");
    }

    private static Task<Results<Ok<EnrollmentView>, ProblemHttpResult>> SkipWaitAsync(
        string id, Caller caller, [FromServices] EnrollmentQueries enrollments, [FromServices] RunMoves moves,
        CancellationToken cancellation) =>
        DoAsync(id, new RunMove(RunMoveKind.SkipWait), caller, enrollments, moves, cancellation);

    private static Task<Results<Ok<EnrollmentView>, ProblemHttpResult>> RetryAsync(
        string id, Caller caller, [FromServices] EnrollmentQueries enrollments, [FromServices] RunMoves moves,
        CancellationToken cancellation) =>
        DoAsync(id, new RunMove(RunMoveKind.Retry), caller, enrollments, moves, cancellation);

    private static async Task<Results<Ok<EnrollmentView>, ProblemHttpResult>> MoveAsync(
        string id, JsonBody<MoveRequest> body, Caller caller, [FromServices] EnrollmentQueries enrollments, [FromServices] RunMoves moves,
        CancellationToken cancellation) =>
        string.IsNullOrEmpty(body.Value.Node)
            ? Problem.Field("node", "required", "name the node to continue at.")
            : await DoAsync(id, new RunMove(RunMoveKind.Move, body.Value.Node), caller, enrollments, moves, cancellation);

    private static async Task<Results<Ok<EnrollmentView>, ProblemHttpResult>> DoAsync(
        string id, RunMove move, Caller caller, EnrollmentQueries enrollments, RunMoves moves, CancellationToken cancellation)
    {
        if (!RowId.TryRead(id, out var number)) return Problem.NotFound();
        if (Answered.Refusal(await moves.DoAsync(caller, number, move, cancellation)) is { } refusal) return refusal;
        return await enrollments.FindAsync(caller.Company, number, cancellation) is { } view ? TypedResults.Ok(view) : Problem.NotFound();
    }

    private static async Task<Results<Ok<MovesView>, ProblemHttpResult>> BulkAsync(
        JsonBody<MovesRequest> body, Caller caller, [FromServices] RunMoves moves, CancellationToken cancellation)
    {
        var (ids, action) = (body.Value.Ids ?? [], body.Value.Action);
        if (ids.Count is 0 or > RunMoves.Most) return Problem.Field("ids", "out-of-range", $"must hold 1 to {RunMoves.Most} ids.");
        if (action is null) return Problem.Field("action", "required", "must be stop, skipWait, move or retry.");
        if (action == RunMoveKind.Move && string.IsNullOrEmpty(body.Value.Node))
            return Problem.Field("node", "required", "name the node to continue at.");
        var move = new RunMove(action.Value, body.Value.Node, body.Value.TidyUp);
        var outcomes = new List<MoveOutcome>(ids.Count);
        foreach (var id in ids)
        {
            var answer = RowId.TryRead(id ?? "", out var number)
                ? await moves.DoAsync(caller, number, move, cancellation)
                : new TurnAnswer.Refused(Refusal.NotFound, "That run does not exist.");
            outcomes.Add(answer switch
            {
                TurnAnswer.Refused { Kind: Refusal.NotFound } refused =>
                    new MoveOutcome(id ?? "", StatusCodes.Status404NotFound, refused.Because),
                TurnAnswer.Refused refused => new MoveOutcome(id ?? "", StatusCodes.Status409Conflict, refused.Because),
                _ => new MoveOutcome(id ?? "", StatusCodes.Status200OK),
            });
        }

        return TypedResults.Ok(new MovesView(outcomes));
    }
}

/// <summary>Where to go on.</summary>
internal sealed record MoveRequest
{
    /// <summary>A node that lies ahead of where the run stands.</summary>
    public string? Node { get; init; }
}

/// <summary>The same move for many runs; each is done or refused for itself.</summary>
internal sealed record MovesRequest
{
    /// <summary>Up to 200 runs.</summary>
    public IReadOnlyList<string?>? Ids { get; init; }

    /// <summary>stop, skipWait, move or retry.</summary>
    public RunMoveKind? Action { get; init; }

    /// <summary>For move: the node to go on at.</summary>
    public string? Node { get; init; }

    /// <summary>For stop: also do the stop actions that only tidy up.</summary>
    public bool TidyUp { get; init; }
}

/// <summary>What came of each.</summary>
internal sealed record MovesView(IReadOnlyList<MoveOutcome> Items);

/// <summary>What came of one.</summary>
/// <param name="Id">Of the run.</param>
/// <param name="Status">As its own call would have answered.</param>
/// <param name="Detail">Why not.</param>
internal sealed record MoveOutcome(string Id, int Status, string? Detail = null);
