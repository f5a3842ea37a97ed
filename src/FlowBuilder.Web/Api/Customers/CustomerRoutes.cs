using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Erasing;
using FlowBuilder.Web.Api.Customers.Importing;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Customers;

/// <summary><c>/customers</c></summary>
internal static class CustomerRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/customers").WithTags("Customers");
        group.MapGet("", ListAsync).For(Right.SeeWork).WithName("ListCustomers");
        group.MapGet("/{userId}", ReadAsync).For(Right.SeeWork).WithName("ReadCustomer");
        group.MapPut("/{userId}", PutAsync)
            .For(Right.ChangeCustomers)
            .Produces<CustomerView>()
            .Produces<CustomerView>(StatusCodes.Status201Created)
            .WithName("PutCustomer");
        group.MapPost("/{userId}/merge", CustomerMergeRoute.PostAsync)
            .For(Right.ChangeCustomers)
            .Produces<CustomerView>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("MergeCustomers");
        group.MapDelete("/{userId}", DeleteAsync).For(Right.EraseCustomers).WithName("DeleteCustomer");
        group.MapGet("/{userId}/timeline", TimelineRoute.ListAsync)
            .For(Right.SeeWork)
            .Produces<Page<TimelineItem>>()
            .WithName("ReadTimeline");
        group.MapGet("/{userId}/why", WhyAsync).For(Right.SeeWork).WithName("ReadWhy");
        group.MapPost("/{userId}/opt-in", OptInRoute.PostAsync)
            .For(Right.ChangeCustomers)
            .Produces<CustomerView>()
            .WithName("OptInCustomer");
        group.MapPost("/import", CustomerImport.PostAsync).For(Right.ChangeCustomers).Accepts<string>("text/csv").Produces<ImportResponse>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .WithName("ImportCustomers")
            .WithMetadata(new CostsTimeAttribute(), new LargestBody(ImportFile.MaxBytes));
    }

    private static async Task<Results<Ok<Page<CustomerView>>, ProblemHttpResult>> ListAsync(
        Caller caller, [FromServices] CustomerQueries customers, IdPaging paging, [FromQuery(Name = "q")] string? q,
        [FromQuery(Name = "tag")] string? tag, CancellationToken cancellation) =>
        TypedResults.Ok(paging.Cut(
            await customers.ListAsync(caller.Company, paging.Range, q, tag, cancellation), pair => RowId.Write(pair.Id),
            pair => pair.View));

    private static async Task<Results<Ok<CustomerView>, ProblemHttpResult>> ReadAsync(
        string userId, Caller caller, [FromServices] CustomerQueries customers, CancellationToken cancellation) =>
        await customers.FindAsync(caller.Company, userId, cancellation) is { } customer
            && await customers.ViewAsync(caller.Company, customer, cancellation) is { } view
            ? TypedResults.Ok(view)
            : Problem.NotFound();

    private static async Task<IResult> PutAsync(
        string userId, JsonBody<CustomerChange> body, Caller caller, [FromServices] ChangeCustomer changing,
        [FromServices] CustomerQueries customers, CancellationToken cancellation)
    {
        var made = await customers.FindAsync(caller.Company, userId, cancellation) is null;
        if (await changing.ApplyAsync(caller, userId, body.Value, cancellation) is { } refusal) return refusal;
        if (await customers.FindAsync(caller.Company, userId, cancellation) is not { } customer
            || await customers.ViewAsync(caller.Company, customer, cancellation) is not { } view)
            return Problem.NotFound();
        return made ? TypedResults.Created($"/api/v1/customers/{Uri.EscapeDataString(userId)}", view) : TypedResults.Ok(view);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        string userId, Caller caller, [FromServices] CustomerQueries customers, [FromServices] Steering steering,
        [FromServices] ErasedLetters letters, [FromServices] ImportBox imports, CancellationToken cancellation)
    {
        if (await customers.FindAsync(caller.Company, userId, cancellation) is not { } customer) return Problem.NotFound();
        // Before, so that no row of a file still on its way brings the person back.
        await imports.ForgetAsync(caller.Company, await customers.PersonAsync(caller.Company, customer, cancellation), cancellation);
        if (Answered.Refusal(await steering.AskAsync(caller, customer, new TurnInput.Erase(), cancellation)) is { } refusal) return refusal;
        await letters.ForgetAsync(CancellationToken.None);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<IReadOnlyList<DecisionView>>, ProblemHttpResult>> WhyAsync(
        string userId, [FromQuery(Name = "sequence")] string? sequence, Caller caller, [FromServices] CustomerQueries customers,
        CancellationToken cancellation)
    {
        if (await customers.FindAsync(caller.Company, userId, cancellation) is not { } customer) return Problem.NotFound();
        SequenceId? only = null;
        if (sequence is not null)
        {
            if (!SequenceId.TryParse(sequence, out var id)) return Problem.Field("sequence", "invalid-id", "is not the id of a sequence.");
            only = id;
        }

        return TypedResults.Ok(await customers.WhyAsync(caller.Company, customer, only, cancellation));
    }
}
