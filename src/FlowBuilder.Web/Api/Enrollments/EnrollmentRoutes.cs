using FlowBuilder.Application.Access;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Runs;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Api.Sequences;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Enrollments;

/// <summary><c>/enrollments</c></summary>
internal static class EnrollmentRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/enrollments").WithTags("Enrollments");
        group.AddEndpointFilter(SubscriptionGate.Filter);
        group.MapGet("", ListAsync).For(Right.SeeWork).WithName("ListEnrollments");
        group.MapGet("/{id}", ReadAsync).For(Right.SeeWork).WithName("ReadEnrollment");
        group.MapPost("/{id}/stop", StopAsync)
            .For(Right.SteerEnrollments)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("StopEnrollment");
        EnrollmentMoves.Map(group);
    }

    private static async Task<Results<Ok<Page<EnrollmentView>>, ProblemHttpResult>> ListAsync(
        Caller caller, [FromServices] EnrollmentQueries enrollments, IdPaging paging, [FromQuery(Name = "customer")] string? customer,
        [FromQuery(Name = "sequence")] string? sequence, [FromQuery(Name = "state")] string? state, CancellationToken cancellation)
    {
        var wanted = Choices.Read<EnrollmentState>(state, "state", out var refusal);
        if (refusal is not null) return refusal;
        SequenceId? only = null;
        if (sequence is not null)
        {
            if (!SequenceId.TryParse(sequence, out var id)) return Problem.Field("sequence", "invalid-id", "is not the id of a sequence.");
            only = id;
        }

        return TypedResults.Ok(paging.Cut(
            await enrollments.ListAsync(caller.Company, paging.Range, customer, only, wanted, cancellation), view => view.Id));
    }

    private static async Task<Results<Ok<EnrollmentView>, ProblemHttpResult>> ReadAsync(
        string id, Caller caller, [FromServices] EnrollmentQueries enrollments, CancellationToken cancellation) =>
        RowId.TryRead(id, out var run) && await enrollments.FindAsync(caller.Company, run, cancellation) is { } view
            ? TypedResults.Ok(view)
            : Problem.NotFound();

    private static async Task<Results<Ok<EnrollmentView>, ProblemHttpResult>> StopAsync(
        string id, OptionalBody<StopRequest> body, Caller caller, [FromServices] EnrollmentQueries enrollments,
        CancellationToken cancellation)
    {
        if (!RowId.TryRead(id, out var run)
            || await enrollments.StopAsync(caller, run, body.Value?.TidyUp ?? false, cancellation) is not { } answer)
            return Problem.NotFound();
        if (Answered.Refusal(answer) is { } refusal) return refusal;
        return await enrollments.FindAsync(caller.Company, run, cancellation) is { } view ? TypedResults.Ok(view) : Problem.NotFound();
    }
}
