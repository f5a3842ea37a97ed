using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Enrollments;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Api.Customers;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.AuditLog;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.ToDos;

/// <summary><c>/todos</c></summary>
internal static class ToDoRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/todos").WithTags("To-dos");
        group.MapGet("", ListAsync).For(Right.SeeWork).Produces<Page<ToDoView>>().WithName("ListToDos");
        group.MapPost("/{id}/complete", CompleteAsync).For(Right.CompleteToDos).Produces<ToDoView>().WithName("CompleteToDo");
    }

    private static async Task<IResult> ListAsync(
        [FromServices] FlowBuilderContext context, IdPaging paging, [FromQuery(Name = "customer")] string? customer, [FromQuery(Name = "state")] string? state,
        [FromQuery(Name = "assignee")] string? assignee, CancellationToken cancellation)
    {
        var wanted = Choices.Read<ToDoState>(state, "state", out var refusal);
        if (refusal is not null) return refusal;
        var rows = context.ToDos.AsNoTracking().Where(row => row.Id < paging.Before);
        if (customer is not null)
        {
            var number = await CustomerLookup.NumberAsync(context, customer, cancellation);
            rows = rows.Where(row => row.CustomerId == number);
        }

        if (wanted == ToDoState.Open) rows = rows.Where(row => row.CompletedAt == null);
        if (wanted == ToDoState.Done) rows = rows.Where(row => row.CompletedAt != null);
        if (assignee is not null) rows = rows.Where(row => row.AssigneeId == assignee);
        var page = await rows.OrderByDescending(row => row.Id).Take(paging.Take).ToListAsync(cancellation);
        var names = await CustomerLookup.UserIdsAsync(context, page.Select(row => row.CustomerId), cancellation);
        return TypedResults.Ok(paging.Cut(page, row => row.Id, row => View(row, names)));
    }

    private static async Task<IResult> CompleteAsync(
        string id, Caller caller, [FromServices] FlowBuilderContext context, [FromServices] Steering steering, CancellationToken cancellation)
    {
        if (!RowId.TryRead(id, out var number) || await FindAsync(context, number, cancellation) is not { } row) return Problem.NotFound();
        if (row.CompletedAt is not null) return TypedResults.Ok(View(row, await CustomerLookup.UserIdsAsync(context, [row.CustomerId], cancellation)));
        var answer = await steering.AskAsync(caller, new CustomerId(row.CustomerId), new TurnInput.CompleteToDo(row.Id, row.Title, caller.Name), cancellation);
        if (Answered.Refusal(answer) is { } refusal) return refusal;
        row = (await FindAsync(context, number, cancellation))!;
        return TypedResults.Ok(View(row, await CustomerLookup.UserIdsAsync(context, [row.CustomerId], cancellation)));
    }

    private static Task<ToDoRow?> FindAsync(FlowBuilderContext context, long id, CancellationToken cancellation) =>
        context.ToDos.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);

    private static ToDoView View(ToDoRow row, IReadOnlyDictionary<long, string?> customers) => new(
        RowId.Write(row.Id), customers.GetValueOrDefault(row.CustomerId), row.EnrollmentId is { } run ? RowId.Write(run) : null, row.Title, row.Notes, row.AssigneeId,
        row.DueAt, row.CreatedAt, row.CompletedAt, row.CompletedBy);
}
