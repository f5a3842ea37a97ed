using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Enrollments;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Api.Customers;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Api.Sequences;
using FlowBuilder.Web.AuditLog;
using FlowBuilder.Web.Bodies;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Enrollments;

/// <summary><c>/enrollments</c></summary>
internal static class EnrollmentRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/enrollments").WithTags("Enrollments");
        group.AddEndpointFilter(SubscriptionGate.Filter);
        group.MapGet("", ListAsync).For(Right.SeeWork).Produces<Page<EnrollmentView>>().WithName("ListEnrollments");
        group.MapGet("/{id}", ReadAsync).For(Right.SeeWork).Produces<EnrollmentView>().WithName("ReadEnrollment");
        group.MapPost("/{id}/stop", StopAsync).For(Right.SteerEnrollments).Produces<EnrollmentView>().ProducesProblem(StatusCodes.Status409Conflict).WithName("StopEnrollment");
        EnrollmentMoves.Map(group);
    }

    private static async Task<IResult> ListAsync(
        [FromServices] FlowBuilderContext context, [FromServices] IPlanShelf plans, IdPaging paging, [FromQuery(Name = "customer")] string? customer,
        [FromQuery(Name = "sequence")] string? sequence, [FromQuery(Name = "state")] string? state, CancellationToken cancellation)
    {
        var wanted = Choices.Read<EnrollmentState>(state, "state", out var refusal);
        if (refusal is not null) return refusal;
        var rows = context.Enrollments.AsNoTracking().Where(row => row.Id < paging.Before);
        if (customer is not null)
        {
            var number = await CustomerLookup.NumberAsync(context, customer, cancellation);
            rows = rows.Where(row => row.CustomerId == number);
        }

        if (sequence is not null)
        {
            if (!SequenceId.TryParse(sequence, out var id)) return Problem.Field("sequence", "invalid-id", "is not the id of a sequence.");
            var versions = await context.SequenceVersions.AsNoTracking().Where(version => version.SequenceId == id.Value).Select(version => version.Id).ToListAsync(cancellation);
            rows = rows.Where(row => versions.Contains(row.VersionId));
        }

        if (wanted is not null) rows = rows.Where(row => row.State == wanted);
        var read = await rows.OrderByDescending(row => row.Id).Take(paging.Take).ToListAsync(cancellation);
        var views = (await EnrollmentViews.OfAsync(context, plans, read, cancellation)).Zip(read).ToArray();
        return TypedResults.Ok(paging.Cut(views, pair => pair.Second.Id, pair => pair.First));
    }

    private static async Task<IResult> ReadAsync(string id, [FromServices] FlowBuilderContext context, [FromServices] IPlanShelf plans, CancellationToken cancellation) =>
        await FindAsync(context, id, cancellation) is { } row ? TypedResults.Ok(await EnrollmentViews.OneAsync(context, plans, row, cancellation)) : Problem.NotFound();

    private static async Task<IResult> StopAsync(
        string id, OptionalBody<StopCall> body, Caller caller, [FromServices] FlowBuilderContext context, [FromServices] IPlanShelf plans, [FromServices] Steering steering, CancellationToken cancellation)
    {
        if (await FindAsync(context, id, cancellation) is not { } row) return Problem.NotFound();
        var answer = await steering.AskAsync(caller, new CustomerId(row.CustomerId), new TurnInput.StopByHand(new EnrollmentId(row.Id), body.Value?.TidyUp ?? false, caller.Name), cancellation);
        if (Answered.Refusal(answer) is { } refusal) return refusal;
        row = (await FindAsync(context, id, cancellation))!;
        return TypedResults.Ok(await EnrollmentViews.OneAsync(context, plans, row, cancellation));
    }

    private static async Task<EnrollmentRow?> FindAsync(FlowBuilderContext context, string id, CancellationToken cancellation) =>
        RowId.TryRead(id, out var number) ? await context.Enrollments.AsNoTracking().FirstOrDefaultAsync(row => row.Id == number, cancellation) : null;
}
