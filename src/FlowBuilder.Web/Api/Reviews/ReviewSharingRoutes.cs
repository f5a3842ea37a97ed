using System.Collections.Immutable;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Reviews;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.AuditLog;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Reviews;

/// <summary>What is done with a review short of deciding it: looked at anew, edited for its one
/// customer, put to a colleague, put off.</summary>
internal static class ReviewSharingRoutes
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/{id}/recheck", RecheckAsync)
            .For(Right.DecideReviews)
            .Produces<ReviewView>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("RecheckReview");
        group.MapPost("/{id}/edit", EditAsync).For(Right.DecideReviews).Produces<ReviewView>()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).WithName("EditReview");
        group.MapPost("/{id}/ask", AskAsync)
            .For(Right.DecideReviews)
            .Produces<ReviewView>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("AskColleague");
        group.MapPost("/{id}/snooze", SnoozeAsync)
            .For(Right.DecideReviews)
            .Produces<ReviewView>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("SnoozeReview");
    }

    private static async Task<IResult> RecheckAsync(
        string id, Caller caller, HttpContext http, [FromServices] ReviewQueries reviews, [FromServices] IEngine engine,
        CancellationToken cancellation)
    {
        if (await ReviewRoutes.FindAsync(reviews, caller, id, cancellation) is not { } found) return Problem.NotFound();
        CustomersToldOf.Note(http, found.Customer);
        // Stale is no refusal here: the review is answered as it is now, its news say what is different.
        return await engine.AskAsync(
            caller.Company, found.Customer, new TurnInput.RecheckReview(found.Review), cancellation) is TurnAnswer.Refused refused
            ? Answered.Refusal(refused)! : await ReviewRoutes.ShowAsync(http, reviews, caller, found.Review, cancellation);
    }

    private static async Task<IResult> EditAsync(
        string id, JsonBody<EditRequest> body, Caller caller, HttpContext http, [FromServices] ReviewQueries reviews,
        [FromServices] Steering steering, CancellationToken cancellation)
    {
        if (await ReviewRoutes.FindAsync(reviews, caller, id, cancellation) is not { } found) return Problem.NotFound();
        if ((body.Value.Etag ?? ETags.Text(http)) is not { Length: > 0 } etag)
            return Problem.Field("etag", "required", "an edit needs the etag of what was shown, in If-Match or as etag.");
        var faults = new List<FieldError>();
        var messages = ImmutableArray.CreateBuilder<EditedMessage>();
        foreach (var (message, index) in (body.Value.Messages ?? []).Select((message, index) => (message, index)))
        {
            if (message is null) faults.Add(new FieldError($"messages[{index}]", "wrong-type", "must be an object."));
            else if (string.IsNullOrEmpty(message.Node))
                faults.Add(new FieldError($"messages[{index}].node", "required", "name the node whose message it is."));
            else messages.Add(new EditedMessage(message.Node, message.Part, message.Subject, message.Html, message.Text ?? ""));
        }

        return faults.Count > 0 ? Problem.Fields(faults)
            : await ReviewRoutes.DecideAsync(
                found, new TurnInput.EditReview(found.Review, etag, messages.ToImmutable(), caller.Name), caller, http, reviews, steering,
                cancellation);
    }

    private static async Task<IResult> AskAsync(
        string id, JsonBody<AskRequest> body, Caller caller, HttpContext http, [FromServices] ReviewQueries reviews,
        [FromServices] Steering steering, CancellationToken cancellation) =>
        await ReviewRoutes.FindAsync(reviews, caller, id, cancellation) is not { } found ? Problem.NotFound()
            : await ReviewRoutes.DecideAsync(
                found, new TurnInput.AskColleague(found.Review, body.Value.Colleague ?? "", body.Value.Note ?? "", caller.Name), caller,
                http, reviews, steering, cancellation);

    private static async Task<IResult> SnoozeAsync(
        string id, JsonBody<SnoozeRequest> body, Caller caller, HttpContext http, [FromServices] ReviewQueries reviews,
        [FromServices] Steering steering, CancellationToken cancellation) =>
        await ReviewRoutes.FindAsync(reviews, caller, id, cancellation) is not { } found ? Problem.NotFound()
            : await ReviewRoutes.DecideAsync(
                found, new TurnInput.SnoozeReview(found.Review, body.Value.Until, caller.Name, caller.Person?.Id), caller, http, reviews,
                steering, cancellation);
}
