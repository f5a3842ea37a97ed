using FlowBuilder.Application.Access;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Messages;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Messages;

/// <summary><c>/messages</c>: the out-tray.</summary>
internal static class MessageRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/messages").WithTags("Messages");
        group.MapGet("", ListAsync).For(Right.SeeWork).WithName("ListMessages");
        group.MapGet("/{id}", ReadAsync).For(Right.SeeWork).WithName("ReadMessage");
        group.MapPost("/{id}/resolve", ResolveAsync)
            .For(Right.ResolveMessages)
            .Produces<MessageView>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("ResolveMessage");
        group.MapPost("/{id}/cancel", CancelAsync)
            .For(Right.ResolveMessages)
            .Produces<MessageView>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("CancelMessage");
    }

    private static async Task<Results<Ok<Page<MessageView>>, ProblemHttpResult>> ListAsync(
        Caller caller, [FromServices] MessageQueries messages, IdPaging paging, [FromQuery(Name = "customer")] string? customer,
        [FromQuery(Name = "state")] string? state,
        [FromQuery(Name = "enrollment")] string? enrollment, CancellationToken cancellation)
    {
        var wanted = Choices.Read<MessageState>(state, "state", out var refusal);
        if (refusal is not null) return refusal;
        long? run = null;
        if (enrollment is not null)
        {
            if (!RowId.TryRead(enrollment, out var number))
                return Problem.Field("enrollment", "invalid-id", "is not the id of an enrollment.");
            run = number;
        }

        return TypedResults.Ok(paging.Cut(
            await messages.ListAsync(caller.Company, paging.Range, wanted, customer, run, cancellation), view => view.Id));
    }

    private static async Task<Results<Ok<MessageView>, ProblemHttpResult>> ReadAsync(
        string id, Caller caller, [FromServices] MessageQueries messages, CancellationToken cancellation) =>
        RowId.TryRead(id, out var number) && await messages.FindAsync(caller.Company, number, cancellation) is { } view
            ? TypedResults.Ok(view)
            : Problem.NotFound();

    private static async Task<IResult> ResolveAsync(
        string id, JsonBody<ResolveRequest> body, Caller caller, [FromServices] MessageQueries messages,
        CancellationToken cancellation) => body.Value.As switch
        {
            "sent" => await MoveAsync(id, MessageResolution.Sent, caller, messages, cancellation),
            "resend" => await MoveAsync(id, MessageResolution.Resend, caller, messages, cancellation),
            "dropped" => await MoveAsync(id, MessageResolution.Dropped, caller, messages, cancellation),
            _ => Problem.Field("as", body.Value.As is null ? "required" : "unknown-value", "must be sent, resend or dropped."),
        };

    private static Task<IResult> CancelAsync(
        string id, Caller caller, [FromServices] MessageQueries messages, CancellationToken cancellation) =>
        MoveAsync(id, MessageResolution.Cancelled, caller, messages, cancellation);

    private static async Task<IResult> MoveAsync(
        string id, MessageResolution resolution, Caller caller, MessageQueries messages, CancellationToken cancellation)
    {
        if (!RowId.TryRead(id, out var number) || await messages.ResolveAsync(caller, number, resolution, cancellation) is not { } answer)
            return Problem.NotFound();
        return Answered.Refusal(answer) ?? await ReadAsync(id, caller, messages, cancellation);
    }
}
