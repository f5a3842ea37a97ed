using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Json;
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
        group.MapGet("", ListAsync).For(Right.SeeWork).Produces<Page<ReviewView>>().WithName("ListReviews");
        group.MapGet("/{id}", ReadAsync).For(Right.SeeWork).Produces<ReviewView>().WithName("ReadReview");
        group.MapPost("/{id}/approve", ApproveAsync).For(Right.DecideReviews).Produces<ReviewView>()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).WithName("ApproveReview");
        group.MapPost("/{id}/reject", RejectAsync).For(Right.DecideReviews).Produces<ReviewView>().ProducesProblem(StatusCodes.Status409Conflict).WithName("RejectReview");
        ReviewSharingRoutes.Map(group);
        group.MapPost("/bulk", BulkAsync).For(Right.DecideReviews).Produces<BulkView>().WithName("DecideReviews");
    }

    private static async Task<IResult> ListAsync(
        [FromServices] FlowBuilderContext context, IdPaging paging, [FromQuery(Name = "state")] string? state, [FromQuery(Name = "customer")] string? customer, [FromQuery(Name = "sequence")] Guid? sequence, CancellationToken cancellation)
    {
        var wanted = Choices.Read<ReviewState>(state, "state", out var refusal);
        if (refusal is not null) return refusal;
        var rows = context.Reviews.AsNoTracking().Where(row => row.Id < paging.Before);
        if (wanted is not null) rows = rows.Where(row => row.State == wanted);
        if (sequence is not null) rows = rows.Where(row => row.SequenceId == sequence);
        if (customer is not null)
        {
            var number = await CustomerLookup.NumberAsync(context, customer, cancellation);
            rows = rows.Where(row => row.CustomerId == number);
        }

        var read = await rows.OrderByDescending(row => row.Id).Take(paging.Take).ToListAsync(cancellation);
        var views = (await ReviewViews.OfAsync(context, read, cancellation)).Zip(read).ToArray();
        return TypedResults.Ok(paging.Cut(views, pair => pair.Second.Id, pair => pair.First));
    }

    private static async Task<IResult> ReadAsync(string id, HttpContext http, [FromServices] FlowBuilderContext context, CancellationToken cancellation) =>
        await FindAsync(context, id, cancellation) is { } row ? await ShowAsync(http, context, row, cancellation) : Problem.NotFound();

    private static async Task<IResult> ApproveAsync(
        string id, OptionalBody<ApproveCall> body, Caller caller, HttpContext http, [FromServices] FlowBuilderContext context, [FromServices] Steering steering, CancellationToken cancellation)
    {
        if (await FindAsync(context, id, cancellation) is not { } row) return Problem.NotFound();
        if ((body.Value?.Etag ?? ETags.Text(http)) is not { Length: > 0 } etag)
            return Problem.Field("etag", "required", "an approval carries the etag of what was shown, in If-Match or as etag.");
        return await DecideAsync(row, new TurnInput.Approve(new ReviewId(row.Id), etag, caller.Name), caller, http, context, steering, cancellation);
    }

    private static async Task<IResult> RejectAsync(
        string id, JsonBody<RejectCall> body, Caller caller, HttpContext http, [FromServices] FlowBuilderContext context, [FromServices] Steering steering, CancellationToken cancellation)
    {
        if (await FindAsync(context, id, cancellation) is not { } row) return Problem.NotFound();
        if (ReasonFault(body.Value.Reason, "reason") is { } fault) return Problem.Fields([fault]);
        return await DecideAsync(row, new TurnInput.Reject(new ReviewId(row.Id), body.Value.Reason!.Trim(), body.Value.TidyUp, caller.Name), caller, http, context, steering, cancellation);
    }

    internal static async Task<IResult> DecideAsync(
        ReviewRow row, TurnInput input, Caller caller, HttpContext http, FlowBuilderContext context, Steering steering, CancellationToken cancellation)
    {
        var answer = await steering.AskAsync(caller, new CustomerId(row.CustomerId), input, cancellation);
        return Answered.Refusal(answer) ?? await ShowAsync(http, context, row.Id, cancellation);
    }

    private static async Task<IResult> BulkAsync(
        JsonBody<BulkCall> body, Caller caller, [FromServices] FlowBuilderContext context, [FromServices] Steering steering, CancellationToken cancellation)
    {
        var items = body.Value.Items ?? [];
        var faults = Faults(items);
        if (faults.Count > 0) return Problem.Fields(faults);
        var outcomes = new List<BulkOutcome>(items.Count);
        foreach (var item in items)
        {
            if (await FindAsync(context, item.Id!, cancellation) is not { } row)
            {
                outcomes.Add(new BulkOutcome(item.Id!, StatusCodes.Status404NotFound, "There is nothing here under that number."));
                continue;
            }

            var review = new ReviewId(row.Id);
            TurnInput input = item.Decision == "approve" ? new TurnInput.Approve(review, item.Etag!, caller.Name) : new TurnInput.Reject(review, item.Reason!.Trim(), item.TidyUp, caller.Name);
            outcomes.Add(await steering.AskAsync(caller, new CustomerId(row.CustomerId), input, cancellation) switch
            {
                TurnAnswer.Refused { Kind: Refusal.NotFound } refused => new BulkOutcome(item.Id!, StatusCodes.Status404NotFound, refused.Because),
                TurnAnswer.Refused refused => new BulkOutcome(item.Id!, StatusCodes.Status409Conflict, refused.Because),
                TurnAnswer.Stale stale => new BulkOutcome(item.Id!, StatusCodes.Status412PreconditionFailed, string.Join(" ", stale.Differences), stale.Etag),
                _ => new BulkOutcome(item.Id!, StatusCodes.Status200OK),
            });
        }

        return TypedResults.Ok(new BulkView(outcomes));
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
            else if (item.Decision is not ("approve" or "reject")) faults.Add(new FieldError($"{path}.decision", "unknown-value", "must be approve or reject."));
            else if (item.Decision == "approve" && string.IsNullOrEmpty(item.Etag)) faults.Add(new FieldError($"{path}.etag", "required", "an approval carries the etag of what was shown."));
            else if (item.Decision == "reject" && ReasonFault(item.Reason, $"{path}.reason") is { } fault) faults.Add(fault);
        }

        return faults;
    }

    private static FieldError? ReasonFault(string? reason, string field) =>
        string.IsNullOrWhiteSpace(reason) ? new FieldError(field, "required", "say why, for whoever looks at it later.")
        : reason.Length > MaxReason ? new FieldError(field, "too-long", $"may have at most {MaxReason:N0} characters.")
        : null;

    /// <summary>The review as it is now.</summary>
    internal static async Task<IResult> ShowAsync(HttpContext http, FlowBuilderContext context, long id, CancellationToken cancellation) =>
        await ShowAsync(http, context, await context.Reviews.AsNoTracking().FirstAsync(row => row.Id == id, cancellation), cancellation);

    private static async Task<IResult> ShowAsync(HttpContext http, FlowBuilderContext context, ReviewRow row, CancellationToken cancellation)
    {
        http.Response.Headers.ETag = $"\"{row.Etag}\"";
        return TypedResults.Ok((await ReviewViews.OfAsync(context, [row], cancellation))[0]);
    }

    internal static async Task<ReviewRow?> FindAsync(FlowBuilderContext context, string id, CancellationToken cancellation) =>
        RowId.TryRead(id, out var number) ? await context.Reviews.AsNoTracking().FirstOrDefaultAsync(row => row.Id == number, cancellation) : null;
}
