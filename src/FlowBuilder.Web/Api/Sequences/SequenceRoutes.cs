using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SequenceId = FlowBuilder.Core.Model.Ids.SequenceId;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary><c>/sequences</c>: what changes them. Reading is in <see cref="SequenceReadRoutes"/>.</summary>
internal static class SequenceRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/sequences").WithTags("Sequences");
        group.AddEndpointFilter(SubscriptionGate.Filter);
        SequenceReadRoutes.Map(group);
        SequencePasswordRoutes.Map(group);

        group.MapPost("", CreateAsync).For(Right.DesignSequences).WithName("CreateSequence");
        group.MapPost("/import", CreateAsync).For(Right.DesignSequences).WithName("ImportSequence").WithMetadata(new CostsTimeAttribute());
        group.MapPut("/{id}/draft", SaveAsync)
            .For(Right.DesignSequences)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithName("SaveDraft");
        group.MapPost("/{id}/copy", CopyAsync).For(Right.DesignSequences).WithName("CopySequence");
        group.MapDelete("/{id}", DeleteAsync)
            .For(Right.DesignSequences)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("DeleteSequence");
        group.MapPost("/{id}/publish", PublishAsync).For(Right.PublishSequences)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithName("PublishSequence");
        group.MapPost("/{id}/pause", PauseAsync)
            .For(Right.PublishSequences)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("PauseSequence");
        group.MapPost("/{id}/resume", ResumeAsync)
            .For(Right.PublishSequences)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("ResumeSequence");
        group.MapPost("/{id}/archive", ArchiveAsync)
            .For(Right.PublishSequences)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("ArchiveSequence");
        group.MapPost("/{id}/enroll", EnrollAsync)
            .For(Right.SteerEnrollments)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("EnrollByHand");
    }

    private static async Task<Results<Created<SavedResponse>, ProblemHttpResult>> CreateAsync(
        DocumentBody body, Caller caller, SequencePasswordsGiven given, HttpContext http, [FromServices] SequenceDrafts drafts,
        CancellationToken cancellation) =>
        SequenceAnswers.Created(http, await drafts.CreateAsync(caller.Company, body.Document, given.Key, caller.Actor, cancellation));

    private static async Task<Results<Created<SavedResponse>, ProblemHttpResult>> CopyAsync(
        OpenedSequence door, HttpContext http, [FromServices] SequenceCopies copies, CancellationToken cancellation) =>
        SequenceAnswers.Created(http, await copies.CopyAsync(door.Access, cancellation));

    private static async Task<Results<Ok<SavedResponse>, ProblemHttpResult>> SaveAsync(
        DocumentBody body, OpenedSequence door, HttpContext http, [FromServices] SequenceDrafts drafts, CancellationToken cancellation)
    {
        var basedOn = ETags.IfMatch(http, out var stale);
        if (stale is not null) return stale;
        return SequenceAnswers.Saved(
            http, await drafts.SaveAsync(door.Access, body.Document, basedOn, SequencePasswordsGiven.Of(http).Key, cancellation));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        OpenedSequence door, HttpContext http, [FromServices] SequenceDrafts drafts, CancellationToken cancellation) =>
        SequenceAnswers.Deleted(http, await drafts.DeleteAsync(door.Access, cancellation));

    private static async Task<Results<Ok<PublishedResponse>, ProblemHttpResult>> PublishAsync(
        [FromQuery(Name = "confirm")] string? confirm, OpenedSequence door, HttpContext http, [FromServices] PublishSequence publishing,
        CancellationToken cancellation)
    {
        int? confirmed = null;
        if (confirm is not null)
        {
            if (!int.TryParse(
                confirm, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
                return Problem.Field("confirm", "wrong-type", "must be the number of customers you confirmed.");
            confirmed = number;
        }

        return SequenceAnswers.Published(http, await publishing.PublishAsync(door.Access, confirmed, cancellation));
    }

    private static async Task<Results<Ok<StateResponse>, ProblemHttpResult>> PauseAsync(
        OpenedSequence door, HttpContext http, [FromServices] SequenceLifecycle switching, CancellationToken cancellation) =>
        SequenceAnswers.Switched(http, await switching.PauseAsync(door.Access, cancellation));

    private static async Task<Results<Ok<StateResponse>, ProblemHttpResult>> ArchiveAsync(
        OpenedSequence door, HttpContext http, [FromServices] SequenceLifecycle switching, CancellationToken cancellation) =>
        SequenceAnswers.Switched(http, await switching.ArchiveAsync(door.Access, cancellation));

    private static async Task<Results<Ok<StateResponse>, ProblemHttpResult>> ResumeAsync(
        OpenedSequence door, JsonBody<ResumeRequest> body, HttpContext http, [FromServices] SequenceLifecycle switching,
        CancellationToken cancellation) =>
        body.Value.PastDue is { } pastDue
            ? SequenceAnswers.Switched(http, await switching.ResumeAsync(door.Access, pastDue, cancellation))
            : Problem.Field("pastDue", "required", "say what should happen to what is past due: send, skip, shift or ask.");

    private static async Task<Results<Ok<EnrolledResponse>, ProblemHttpResult>> EnrollAsync(
        string id, JsonBody<EnrollRequest> body, Caller caller, [FromServices] SequenceQueries sequences,
        [FromServices] CustomerQueries customers, [FromServices] Steering steering, CancellationToken cancellation)
    {
        var call = body.Value;
        if (!SequenceId.TryParse(id, out var sequence) || !await sequences.ExistsAsync(caller.Company, sequence, cancellation))
            return Problem.NotFound();
        if (string.IsNullOrWhiteSpace(call.UserId)) return Problem.Field("userId", "required", "name the customer to enroll.");
        RecordKey? record = null;
        if (call.Record is { } named)
        {
            if (string.IsNullOrWhiteSpace(named.Type) || string.IsNullOrWhiteSpace(named.Id))
                return Problem.Field(
                    string.IsNullOrWhiteSpace(named.Type) ? "record.type" : "record.id", "required", "a record needs both type and id.");
            record = new RecordKey(named.Type, named.Id);
        }

        if (await customers.FindAsync(caller.Company, call.UserId, cancellation) is not { } customer)
            return Problem.Field("userId", "unknown-customer", "is not the id of a customer.", StatusCodes.Status404NotFound);
        var answer = await steering.AskAsync(caller, customer, new TurnInput.EnrollByHand(sequence, record, caller.Name), cancellation);
        if (Answered.Refusal(answer) is { } refusal) return refusal;
        return answer is TurnAnswer.Entered entered
            ? TypedResults.Ok(new EnrolledResponse(RowId.Write(entered.Enrollment.Value)))
            : throw new InvalidOperationException("An enrollment was taken without a run.");
    }
}
