using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Enrollments;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.ToDos;

/// <summary>To-dos of a company: listed, ticked off.</summary>
public sealed class ToDoQueries(IDbContextFactory<FlowBuilderContext> contexts, Steering steering)
{
    /// <summary>To-dos that fit, the newest first.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="range">Which part.</param>
    /// <param name="customer">Only about the customer with this userId.</param>
    /// <param name="state">Only open ones, or only those that are done.</param>
    /// <param name="assignee">Only of this person.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<ToDoView>> ListAsync(
        CompanyId company, IdRange range, string? customer, ToDoState? state, string? assignee, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var rows = context.ToDos.AsNoTracking().Where(row => row.Id < range.Before);
        if (customer is not null)
        {
            var number = await CustomerLookup.NumberAsync(context, customer, cancellation);
            rows = rows.Where(row => row.CustomerId == number);
        }

        if (state == ToDoState.Open) rows = rows.Where(row => row.CompletedAt == null);
        if (state == ToDoState.Done) rows = rows.Where(row => row.CompletedAt != null);
        if (assignee is not null) rows = rows.Where(row => row.AssigneeId == assignee);
        return await ViewsAsync(
            context, await rows.OrderByDescending(row => row.Id).Take(range.Take).ToListAsync(cancellation), cancellation);
    }

    /// <summary>One of them; null when the company has none of that number.</summary>
    public async Task<ToDoView?> FindAsync(CompanyId company, long id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.ToDos.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? (await ViewsAsync(context, [row], cancellation))[0]
            : null;
    }

    /// <summary>Ticks it off; one that is done stays as it is.</summary>
    /// <returns>Null when the company has none of that number, or it was done before.</returns>
    public async Task<TurnAnswer?> CompleteAsync(Caller caller, long id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        await using var context = contexts.CreateFor(caller.Company);
        if (await context.ToDos.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { CompletedAt: null } row)
            return null;
        return await steering.AskAsync(
            caller, new CustomerId(row.CustomerId), new TurnInput.CompleteToDo(row.Id, row.Title, caller.Name), cancellation);
    }

    private static async Task<IReadOnlyList<ToDoView>> ViewsAsync(
        FlowBuilderContext context, IReadOnlyList<ToDoRow> rows, CancellationToken cancellation)
    {
        var customers = await CustomerLookup.UserIdsAsync(context, rows.Select(row => row.CustomerId), cancellation);
        return [.. rows.Select(row => new ToDoView(
            RowId.Write(row.Id), customers.GetValueOrDefault(row.CustomerId), row.EnrollmentId is { } run ? RowId.Write(run) : null,
            row.Title, row.Notes, row.AssigneeId,
            row.DueAt, row.CreatedAt, row.CompletedAt, row.CompletedBy))];
    }
}
