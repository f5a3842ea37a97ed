using System.Collections.Immutable;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Api.Repeats;
using FlowBuilder.Web.AuditLog;
using FlowBuilder.Web.Bodies;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Reviews;

/// <summary>What is done with a review short of deciding it: looked at anew, edited for its one customer, put to a colleague, put off.</summary>
internal static class ReviewSharingRoutes
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/{id}/recheck", RecheckAsync).For(Right.DecideReviews).Produces<ReviewView>().ProducesProblem(StatusCodes.Status409Conflict).WithName("RecheckReview");
        group.MapPost("/{id}/edit", EditAsync).For(Right.DecideReviews).Produces<ReviewView>()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).WithName("EditReview");
        group.MapPost("/{id}/ask", AskAsync).For(Right.DecideReviews).Produces<ReviewView>().ProducesProblem(StatusCodes.Status409Conflict).WithName("AskColleague");
        group.MapPost("/{id}/snooze", SnoozeAsync).For(Right.DecideReviews).Produces<ReviewView>().ProducesProblem(StatusCodes.Status409Conflict).WithName("SnoozeReview");
    }

    private static async Task<IResult> RecheckAsync(string id, Caller caller, HttpContext http, [FromServices] FlowBuilderContext context, [FromServices] IEngine engine, CancellationToken cancellation)
    {
        if (await ReviewRoutes.FindAsync(context, id, cancellation) is not { } row) return Problem.NotFound();
        CustomersToldOf.Note(http, new CustomerId(row.CustomerId));
        // Stale is no refusal here: the review is answered as it is now, its news say what is different.
        return await engine.AskAsync(caller.Company, new CustomerId(row.CustomerId), new TurnInput.RecheckReview(new ReviewId(row.Id)), cancellation) is TurnAnswer.Refused refused
            ? Answered.Refusal(refused)! : await ReviewRoutes.ShowAsync(http, context, row.Id, cancellation);
    }

    private static async Task<IResult> EditAsync(
        string id, JsonBody<EditCall> body, Caller caller, HttpContext http, [FromServices] FlowBuilderContext context, [FromServices] Steering steering, CancellationToken cancellation)
    {
        if (await ReviewRoutes.FindAsync(context, id, cancellation) is not { } row) return Problem.NotFound();
        if ((body.Value.Etag ?? ETags.Text(http)) is not { Length: > 0 } etag) return Problem.Field("etag", "required", "an edit carries the etag of what was shown, in If-Match or as etag.");
        var faults = new List<FieldError>();
        var messages = ImmutableArray.CreateBuilder<EditedMessage>();
        foreach (var (message, index) in (body.Value.Messages ?? []).Select((message, index) => (message, index)))
        {
            if (message is null) faults.Add(new FieldError($"messages[{index}]", "wrong-type", "must be an object."));
            else if (string.IsNullOrEmpty(message.Node)) faults.Add(new FieldError($"messages[{index}].node", "required", "name the node whose message it is."));
            else messages.Add(new EditedMessage(message.Node, message.Part, message.Subject, message.Html, message.Text ?? ""));
        }

        return faults.Count > 0 ? Problem.Fields(faults)
            : await ReviewRoutes.DecideAsync(row, new TurnInput.EditReview(new ReviewId(row.Id), etag, messages.ToImmutable(), caller.Name), caller, http, context, steering, cancellation);
    }

    private static async Task<IResult> AskAsync(
        string id, JsonBody<AskCall> body, Caller caller, HttpContext http, [FromServices] FlowBuilderContext context, [FromServices] Steering steering, CancellationToken cancellation) =>
        await ReviewRoutes.FindAsync(context, id, cancellation) is not { } row ? Problem.NotFound()
            : await ReviewRoutes.DecideAsync(row, new TurnInput.AskColleague(new ReviewId(row.Id), body.Value.Colleague ?? "", body.Value.Note ?? "", caller.Name), caller, http, context, steering, cancellation);

    private static async Task<IResult> SnoozeAsync(
        string id, JsonBody<SnoozeCall> body, Caller caller, HttpContext http, [FromServices] FlowBuilderContext context, [FromServices] Steering steering, CancellationToken cancellation) =>
        await ReviewRoutes.FindAsync(context, id, cancellation) is not { } row ? Problem.NotFound()
            : await ReviewRoutes.DecideAsync(row, new TurnInput.SnoozeReview(new ReviewId(row.Id), body.Value.Until, caller.Name, caller.Person?.Id), caller, http, context, steering, cancellation);
}
