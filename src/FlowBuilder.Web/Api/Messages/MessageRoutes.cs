using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Messages;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Api.Customers;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.AuditLog;
using FlowBuilder.Web.Bodies;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Messages;

/// <summary><c>/messages</c>: the out-tray.</summary>
internal static class MessageRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/messages").WithTags("Messages");
        group.MapGet("", ListAsync).For(Right.SeeWork).Produces<Page<MessageView>>().WithName("ListMessages");
        group.MapGet("/{id}", ReadAsync).For(Right.SeeWork).Produces<MessageView>().WithName("ReadMessage");
        group.MapPost("/{id}/resolve", ResolveAsync).For(Right.ResolveMessages).Produces<MessageView>().ProducesProblem(StatusCodes.Status409Conflict).WithName("ResolveMessage");
        group.MapPost("/{id}/cancel", CancelAsync).For(Right.ResolveMessages).Produces<MessageView>().ProducesProblem(StatusCodes.Status409Conflict).WithName("CancelMessage");
    }

    private static async Task<IResult> ListAsync(
        Caller caller, [FromServices] FlowBuilderContext context, IdPaging paging, [FromQuery(Name = "customer")] string? customer, [FromQuery(Name = "state")] string? state,
        [FromQuery(Name = "enrollment")] string? enrollment, CancellationToken cancellation)
    {
        var wanted = Choices.Read<MessageState>(state, "state", out var refusal);
        if (refusal is not null) return refusal;
        var rows = context.Messages.AsNoTracking().Where(row => row.Id < paging.Before);
        if (wanted is not null) rows = rows.Where(row => row.State == wanted);
        if (customer is not null)
        {
            var number = await CustomerLookup.NumberAsync(context, customer, cancellation);
            rows = rows.Where(row => row.CustomerId == number);
        }

        if (enrollment is not null)
        {
            if (!RowId.TryRead(enrollment, out var run)) return Problem.Field("enrollment", "invalid-id", "is not the id of an enrollment.");
            rows = rows.Where(row => row.EnrollmentId == run);
        }

        var read = await rows.OrderByDescending(row => row.Id).Take(paging.Take).ToListAsync(cancellation);
        var views = (await ViewsAsync(context, caller.Company, read, cancellation)).Zip(read).ToArray();
        return TypedResults.Ok(paging.Cut(views, pair => pair.Second.Id, pair => pair.First));
    }

    private static async Task<IResult> ReadAsync(string id, Caller caller, [FromServices] FlowBuilderContext context, CancellationToken cancellation) =>
        await FindAsync(context, id, cancellation) is { } row ? TypedResults.Ok((await ViewsAsync(context, caller.Company, [row], cancellation))[0]) : Problem.NotFound();

    private static async Task<IResult> ResolveAsync(
        string id, JsonBody<ResolveCall> body, Caller caller, [FromServices] FlowBuilderContext context, [FromServices] Steering steering, CancellationToken cancellation) => body.Value.As switch
        {
            "sent" => await MoveAsync(id, MessageResolution.Sent, caller, context, steering, cancellation),
            "resend" => await MoveAsync(id, MessageResolution.Resend, caller, context, steering, cancellation),
            "dropped" => await MoveAsync(id, MessageResolution.Dropped, caller, context, steering, cancellation),
            _ => Problem.Field("as", body.Value.As is null ? "required" : "unknown-value", "must be sent, resend or dropped."),
        };

    private static Task<IResult> CancelAsync(string id, Caller caller, [FromServices] FlowBuilderContext context, [FromServices] Steering steering, CancellationToken cancellation) =>
        MoveAsync(id, MessageResolution.Cancelled, caller, context, steering, cancellation);

    private static async Task<IResult> MoveAsync(string id, MessageResolution resolution, Caller caller, FlowBuilderContext context, Steering steering, CancellationToken cancellation)
    {
        if (await FindAsync(context, id, cancellation) is not { } row) return Problem.NotFound();
        var answer = await steering.AskAsync(caller, new CustomerId(row.CustomerId), new TurnInput.ResolveMessage(new MessageId(row.Id), resolution, caller.Name), cancellation);
        return Answered.Refusal(answer) ?? await ReadAsync(id, caller, context, cancellation);
    }

    private static async Task<IReadOnlyList<MessageView>> ViewsAsync(FlowBuilderContext context, CompanyId company, IReadOnlyList<MessageRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var bodies = await context.MessageBodies.AsNoTracking().Where(body => ids.Contains(body.MessageId)).ToDictionaryAsync(body => body.MessageId, cancellation);
        var customers = await CustomerLookup.UserIdsAsync(context, rows.Select(row => row.CustomerId), cancellation);
        return [.. rows.Select(row => new MessageView(
            RowId.Write(row.Id), row.Channel, customers.GetValueOrDefault(row.CustomerId), row.EnrollmentId is { } run ? RowId.Write(run) : null, row.SequenceId?.ToString("D"), row.Node,
            row.Purpose, row.Template, row.To, row.Subject, bodies.GetValueOrDefault(row.Id)?.Text ?? "", bodies.GetValueOrDefault(row.Id)?.Html, row.State, row.Because, EffectKey(company, row), row.Attempts,
            row.CreatedAt, row.DueAt, row.SentAt, row.OpenedAt, row.ClickedAt, row.BouncedAt))];
    }

    private static string EffectKey(CompanyId company, MessageRow row) => new Message
    {
        Id = new MessageId(row.Id), Customer = new CustomerId(row.CustomerId), Enrollment = row.EnrollmentId is { } run ? new EnrollmentId(run) : null,
        Node = row.Node, Pass = row.Pass, Part = row.Part, Channel = row.Channel, State = row.State, CreatedAt = row.CreatedAt,
    }.EffectKey(company);

    private static async Task<MessageRow?> FindAsync(FlowBuilderContext context, string id, CancellationToken cancellation) =>
        RowId.TryRead(id, out var number) ? await context.Messages.AsNoTracking().FirstOrDefaultAsync(row => row.Id == number, cancellation) : null;
}
