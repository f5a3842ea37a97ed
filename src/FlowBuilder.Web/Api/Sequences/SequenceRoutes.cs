using FlowBuilder.Core.Access;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Sequences;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Api.Customers;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.AuditLog;
using FlowBuilder.Web.Bodies;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SequenceId = FlowBuilder.Core.Sequences.SequenceId;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary><c>/sequences</c>: what changes them. Reading is in <see cref="SequenceReading"/>.</summary>
internal static class SequenceRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/sequences").WithTags("Sequences");
        group.AddEndpointFilter(SubscriptionGate.Filter);
        SequenceReading.Map(group);

        group.MapPost("", CreateAsync).For(Right.DesignSequences).Produces<SavedView>(StatusCodes.Status201Created).WithName("CreateSequence");
        group.MapPost("/import", CreateAsync).For(Right.DesignSequences).Produces<SavedView>(StatusCodes.Status201Created).WithName("ImportSequence");
        group.MapPut("/{id}/draft", SaveAsync).For(Right.DesignSequences).Produces<SavedView>().ProducesProblem(StatusCodes.Status412PreconditionFailed).WithName("SaveDraft");
        group.MapDelete("/{id}", DeleteAsync).For(Right.DesignSequences).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict).WithName("DeleteSequence");
        group.MapPost("/{id}/publish", PublishAsync).For(Right.PublishSequences).Produces<PublishedView>()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity).WithName("PublishSequence");
        group.MapPost("/{id}/pause", PauseAsync).For(Right.PublishSequences).Produces<StateView>().ProducesProblem(StatusCodes.Status409Conflict).WithName("PauseSequence");
        group.MapPost("/{id}/resume", ResumeAsync).For(Right.PublishSequences).Produces<StateView>().ProducesProblem(StatusCodes.Status409Conflict).WithName("ResumeSequence");
        group.MapPost("/{id}/archive", ArchiveAsync).For(Right.PublishSequences).Produces<StateView>().ProducesProblem(StatusCodes.Status409Conflict).WithName("ArchiveSequence");
        group.MapPost("/{id}/enroll", EnrollAsync).For(Right.SteerEnrollments).Produces<EnrolledView>().ProducesProblem(StatusCodes.Status409Conflict).WithName("EnrollByHand");
    }

    private static async Task<IResult> CreateAsync(DocumentBody body, Caller caller, HttpContext http, [FromServices] SequenceDrafts drafts, CancellationToken cancellation)
    {
        var saved = await drafts.CreateAsync(caller.Company, body.Document, caller.Actor, cancellation);
        ETags.Set(http, saved.Revision);
        return TypedResults.Created($"/api/v1/sequences/{saved.Sequence}", new SavedView(saved.Sequence.ToString(), saved.Revision));
    }

    private static async Task<IResult> SaveAsync(string id, DocumentBody body, Caller caller, HttpContext http, [FromServices] SequenceDrafts drafts, CancellationToken cancellation)
    {
        if (!SequenceId.TryParse(id, out var sequence)) return Problem.NotFound();
        var basedOn = ETags.IfMatch(http, out var stale);
        return stale ?? SequenceAnswers.Result(http, await drafts.SaveAsync(caller.Company, sequence, body.Document, basedOn, caller.Actor, cancellation));
    }

    private static async Task<IResult> DeleteAsync(string id, Caller caller, HttpContext http, [FromServices] SequenceDrafts drafts, CancellationToken cancellation) =>
        !SequenceId.TryParse(id, out var sequence) ? Problem.NotFound()
        : await drafts.DeleteAsync(caller.Company, sequence, caller.Actor, cancellation) is { } refusal ? SequenceAnswers.Result(http, refusal)
        : TypedResults.NoContent();

    private static async Task<IResult> PublishAsync(
        string id, [FromQuery(Name = "confirm")] string? confirm, Caller caller, HttpContext http, [FromServices] SequencePublishing publishing, CancellationToken cancellation)
    {
        int? confirmed = null;
        if (confirm is not null)
        {
            if (!int.TryParse(confirm, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) return Problem.Field("confirm", "wrong-type", "must be the number of customers you agreed to.");
            confirmed = number;
        }

        return SequenceId.TryParse(id, out var sequence) ? SequenceAnswers.Result(http, await publishing.PublishAsync(caller.Company, sequence, confirmed, caller.Actor, cancellation)) : Problem.NotFound();
    }

    private static async Task<IResult> PauseAsync(string id, Caller caller, HttpContext http, [FromServices] SequenceSwitching switching, CancellationToken cancellation) =>
        SequenceId.TryParse(id, out var sequence) ? SequenceAnswers.Result(http, await switching.PauseAsync(caller.Company, sequence, caller.Actor, cancellation)) : Problem.NotFound();

    private static async Task<IResult> ArchiveAsync(string id, Caller caller, HttpContext http, [FromServices] SequenceSwitching switching, CancellationToken cancellation) =>
        SequenceId.TryParse(id, out var sequence) ? SequenceAnswers.Result(http, await switching.ArchiveAsync(caller.Company, sequence, caller.Actor, cancellation)) : Problem.NotFound();

    private static async Task<IResult> ResumeAsync(string id, JsonBody<ResumeCall> body, Caller caller, HttpContext http, [FromServices] SequenceSwitching switching, CancellationToken cancellation)
    {
        if (!SequenceId.TryParse(id, out var sequence)) return Problem.NotFound();
        if (body.Value.PastDue is not { } pastDue) return Problem.Field("pastDue", "required", "say what happens to what is past due: send, skip, shift or ask.");
        return SequenceAnswers.Result(http, await switching.ResumeAsync(caller.Company, sequence, pastDue, caller.Actor, cancellation));
    }

    private static async Task<IResult> EnrollAsync(
        string id, JsonBody<EnrollCall> body, Caller caller, [FromServices] FlowBuilderContext context, [FromServices] Steering steering, CancellationToken cancellation)
    {
        var call = body.Value;
        if (!SequenceId.TryParse(id, out var sequence) || !await context.Sequences.AnyAsync(row => row.Id == sequence.Value, cancellation)) return Problem.NotFound();
        if (string.IsNullOrWhiteSpace(call.UserId)) return Problem.Field("userId", "required", "name the customer to enroll.");
        RecordKey? record = null;
        if (call.Record is { } named)
        {
            if (string.IsNullOrWhiteSpace(named.Type) || string.IsNullOrWhiteSpace(named.Id)) return Problem.Field(string.IsNullOrWhiteSpace(named.Type) ? "record.type" : "record.id", "required", "a record needs both type and id.");
            record = new RecordKey(named.Type, named.Id);
        }

        if (await CustomerLookup.FindAsync(context, call.UserId, cancellation) is not { } customer) return Problem.Field("userId", "unknown-customer", "is not the id of a customer.", StatusCodes.Status404NotFound);
        var answer = await steering.AskAsync(caller, customer, new TurnInput.EnrollByHand(sequence, record, caller.Name), cancellation);
        if (Answered.Refusal(answer) is { } refusal) return refusal;
        return answer is TurnAnswer.Entered entered ? TypedResults.Ok(new EnrolledView(RowId.Write(entered.Enrollment.Value))) : throw new InvalidOperationException("An enrollment was taken without a run.");
    }
}
