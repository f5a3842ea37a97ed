using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Reviews;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Api.Sequences;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Reviews;

/// <summary><c>/reviews</c>: the queue and the decisions. Reading never decides anything.</summary>
internal static class ReviewRoutes
{
    private const int MaxBulk = 200;
    private const int MaxReason = 1_000;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/reviews").WithTags("Reviews");
        group.AddEndpointFilter(SubscriptionGate.Filter);
        group.MapGet("", ListAsync).For(Right.SeeWork).WithName("ListReviews");
        group.MapGet("/{id}", ReadAsync).For(Right.SeeWork).Produces<ReviewView>().WithName("ReadReview");
        group.MapPost("/{id}/approve", ApproveAsync).For(Right.DecideReviews).Produces<ReviewView>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithName("ApproveReview");
        group.MapPost("/{id}/reject", RejectAsync)
            .For(Right.DecideReviews)
            .Produces<ReviewView>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("RejectReview");
        ReviewSharingRoutes.Map(group);
        group.MapPost("/bulk", BulkAsync).For(Right.DecideReviews).WithName("DecideReviews");
    }

    private static async Task<Results<Ok<Page<ReviewView>>, ProblemHttpResult>> ListAsync(
        Caller caller, [FromServices] ReviewQueries reviews, IdPaging paging, [FromQuery(Name = "state")] string? state,
        [FromQuery(Name = "customer")] string? customer, [FromQuery(Name = "sequence")] Guid? sequence, CancellationToken cancellation)
    {
        var wanted = Choices.Read<ReviewState>(state, "state", out var refusal);
        if (refusal is not null) return refusal;
        return TypedResults.Ok(paging.Cut(
            await reviews.ListAsync(caller.Company, paging.Range, wanted, customer, sequence, cancellation), view => view.Id));
    }

    private static async Task<IResult> ReadAsync(
        string id, Caller caller, HttpContext http, [FromServices] ReviewQueries reviews, CancellationToken cancellation) =>
        RowId.TryRead(id, out var number) && await reviews.ViewAsync(caller.Company, number, cancellation) is { } view
            ? Show(http, view)
            : Problem.NotFound();

    private static async Task<IResult> ApproveAsync(
        string id, OptionalBody<ApproveRequest> body, Caller caller, HttpContext http, [FromServices] ReviewQueries reviews,
        [FromServices] Steering steering, CancellationToken cancellation)
    {
        if (await FindAsync(reviews, caller, id, cancellation) is not { } found) return Problem.NotFound();
        if ((body.Value?.Etag ?? ETags.Text(http)) is not { Length: > 0 } etag)
            return Problem.Field("etag", "required", "an approval needs the etag of what was shown, in If-Match or as etag.");
        return await DecideAsync(
            found, new TurnInput.Approve(found.Review, etag, caller.Name), caller, http, reviews, steering, cancellation);
    }

    private static async Task<IResult> RejectAsync(
        string id, JsonBody<RejectRequest> body, Caller caller, HttpContext http, [FromServices] ReviewQueries reviews,
        [FromServices] Steering steering, CancellationToken cancellation)
    {
        if (await FindAsync(reviews, caller, id, cancellation) is not { } found) return Problem.NotFound();
        if (ReasonFault(body.Value.Reason, "reason") is { } fault) return Problem.Fields([fault]);
        return await DecideAsync(
            found, new TurnInput.Reject(found.Review, body.Value.Reason!.Trim(), body.Value.TidyUp, caller.Name), caller, http, reviews,
            steering, cancellation);
    }

    internal static async Task<IResult> DecideAsync(
        (ReviewId Review, CustomerId Customer) found, TurnInput input, Caller caller, HttpContext http, ReviewQueries reviews,
        Steering steering, CancellationToken cancellation)
    {
        var answer = await steering.AskAsync(caller, found.Customer, input, cancellation);
        return Answered.Refusal(answer) ?? await ShowAsync(http, reviews, caller, found.Review, cancellation);
    }

    private static async Task<Results<Ok<BulkResponse>, ProblemHttpResult>> BulkAsync(
        JsonBody<BulkRequest> body, Caller caller, [FromServices] ReviewQueries reviews, [FromServices] Steering steering,
        CancellationToken cancellation)
    {
        var items = body.Value.Items ?? [];
        var faults = Faults(items);
        if (faults.Count > 0) return Problem.Fields(faults);
        var outcomes = new List<BulkOutcome>(items.Count);
        foreach (var item in items)
        {
            if (await FindAsync(reviews, caller, item.Id!, cancellation) is not { } found)
            {
                outcomes.Add(new BulkOutcome(item.Id!, StatusCodes.Status404NotFound, "Nothing was found under that number."));
                continue;
            }

            var review = found.Review;
            TurnInput input = item.Decision == "approve"
                ? new TurnInput.Approve(review, item.Etag!, caller.Name)
                : new TurnInput.Reject(review, item.Reason!.Trim(), item.TidyUp, caller.Name);
            outcomes.Add(await steering.AskAsync(caller, found.Customer, input, cancellation) switch
            {
                TurnAnswer.Refused { Kind: Refusal.NotFound } refused =>
                    new BulkOutcome(item.Id!, StatusCodes.Status404NotFound, refused.Because),
                TurnAnswer.Refused refused => new BulkOutcome(item.Id!, StatusCodes.Status409Conflict, refused.Because),
                TurnAnswer.Stale stale =>
                    new BulkOutcome(item.Id!, StatusCodes.Status412PreconditionFailed, string.Join(" ", stale.Differences), stale.Etag),
                _ => new BulkOutcome(item.Id!, StatusCodes.Status200OK),
            });
        }

        return TypedResults.Ok(new BulkResponse(outcomes));
    }

    private static List<FieldError> Faults(IReadOnlyList<BulkDecision> items)
    {
        var faults = new List<FieldError>();
        if (items.Count is 0 or > MaxBulk) faults.Add(new FieldError("items", "out-of-range", $"must hold 1 to {MaxBulk} decisions."));
        foreach (var (item, index) in items.Take(MaxBulk).Select((item, index) => (item, index)))
        {
            var path = $"items[{index}]";
            if (item is null) faults.Add(new FieldError(path, "wrong-type", "must be an object."));
            else if (string.IsNullOrEmpty(item.Id)) faults.Add(new FieldError($"{path}.id", "required", "name the review."));
            else if (item.Decision is not ("approve" or "reject"))
                faults.Add(new FieldError($"{path}.decision", "unknown-value", "must be approve or reject."));
            else if (item.Decision == "approve" && string.IsNullOrEmpty(item.Etag))
                faults.Add(new FieldError($"{path}.etag", "required", "an approval needs the etag of what was shown."));
            else if (item.Decision == "reject" && ReasonFault(item.Reason, $"{path}.reason") is { } fault) faults.Add(fault);
        }

        return faults;
    }

    private static FieldError? ReasonFault(string? reason, string field) =>
        string.IsNullOrWhiteSpace(reason) ? new FieldError(field, "required", "say why, for anyone who looks at it later.")
        : reason.Length > MaxReason ? new FieldError(field, "too-long", $"can have at most {MaxReason:N0} characters.")
        : null;

    /// <summary>The review as it is now.</summary>
    internal static async Task<IResult> ShowAsync(
        HttpContext http, ReviewQueries reviews, Caller caller, ReviewId id, CancellationToken cancellation) =>
        Show(http, (await reviews.ViewAsync(caller.Company, id.Value, cancellation))!);

    private static IResult Show(HttpContext http, ReviewView view)
    {
        http.Response.Headers.ETag = $"\"{view.Etag}\"";
        return TypedResults.Ok(view);
    }

    internal static async Task<(ReviewId Review, CustomerId Customer)?> FindAsync(
        ReviewQueries reviews, Caller caller, string id, CancellationToken cancellation) =>
        RowId.TryRead(id, out var number) && await reviews.CustomerOfAsync(caller.Company, number, cancellation) is { } customer
            ? (new ReviewId(number), customer)
            : null;
}
