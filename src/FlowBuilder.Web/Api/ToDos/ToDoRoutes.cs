using FlowBuilder.Application.Access;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.ToDos;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.ToDos;

/// <summary><c>/todos</c></summary>
internal static class ToDoRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/todos").WithTags("To-dos");
        group.MapGet("", ListAsync).For(Right.SeeWork).WithName("ListToDos");
        group.MapPost("/{id}/complete", CompleteAsync).For(Right.CompleteToDos).WithName("CompleteToDo");
    }

    private static async Task<Results<Ok<Page<ToDoView>>, ProblemHttpResult>> ListAsync(
        Caller caller, [FromServices] ToDoQueries toDos, IdPaging paging, [FromQuery(Name = "customer")] string? customer,
        [FromQuery(Name = "state")] string? state,
        [FromQuery(Name = "assignee")] string? assignee, CancellationToken cancellation)
    {
        var wanted = Choices.Read<ToDoState>(state, "state", out var refusal);
        return refusal is not null
            ? refusal
            : TypedResults.Ok(paging.Cut(
                await toDos.ListAsync(caller.Company, paging.Range, customer, wanted, assignee, cancellation), view => view.Id));
    }

    private static async Task<Results<Ok<ToDoView>, ProblemHttpResult>> CompleteAsync(
        string id, Caller caller, [FromServices] ToDoQueries toDos, CancellationToken cancellation)
    {
        if (!RowId.TryRead(id, out var number) || await toDos.FindAsync(caller.Company, number, cancellation) is null)
            return Problem.NotFound();
        if (await toDos.CompleteAsync(caller, number, cancellation) is { } answer && Answered.Refusal(answer) is { } refusal)
            return refusal;
        return TypedResults.Ok(await toDos.FindAsync(caller.Company, number, cancellation));
    }
}
