using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Erasing;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.AuditLog;
using FlowBuilder.Web.Bodies;
using FlowBuilder.Web.Customers;
using FlowBuilder.Web.Customers.Importing;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Customers;

/// <summary><c>/customers</c></summary>
internal static class CustomerRoutes
{
    private const int MaxDecisions = 200;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/customers").WithTags("Customers");
        group.MapGet("", ListAsync).For(Right.SeeWork).Produces<Page<CustomerView>>().WithName("ListCustomers");
        group.MapGet("/{userId}", ReadAsync).For(Right.SeeWork).Produces<CustomerView>().WithName("ReadCustomer");
        group.MapPut("/{userId}", PutAsync).For(Right.ChangeCustomers).Produces<CustomerView>().Produces<CustomerView>(StatusCodes.Status201Created).WithName("PutCustomer");
        group.MapPost("/{userId}/merge", CustomerJoining.PostAsync).For(Right.ChangeCustomers).Produces<CustomerView>().ProducesProblem(StatusCodes.Status409Conflict).WithName("MergeCustomers");
        group.MapDelete("/{userId}", DeleteAsync).For(Right.EraseCustomers).Produces(StatusCodes.Status204NoContent).WithName("DeleteCustomer");
        group.MapGet("/{userId}/timeline", TimelineRoute.ListAsync).For(Right.SeeWork).Produces<Page<TimelineItem>>().WithName("ReadTimeline");
        group.MapGet("/{userId}/why", WhyAsync).For(Right.SeeWork).Produces<IReadOnlyList<DecisionView>>().WithName("ReadWhy");
        group.MapPost("/{userId}/opt-in", OptInRoute.PostAsync).For(Right.ChangeCustomers).Produces<CustomerView>().WithName("OptInCustomer");
        group.MapPost("/import", CustomerImport.PostAsync).For(Right.ChangeCustomers).Accepts<string>("text/csv").Produces<ImportView>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).WithName("ImportCustomers").WithMetadata(new CostsTimeAttribute(), new LargestBody(ImportFile.MaxBytes));
    }

    private static async Task<IResult> ListAsync(
        Caller caller, [FromServices] FlowBuilderContext context, [FromServices] ICompanyShelf companies, IdPaging paging, [FromQuery(Name = "q")] string? q, [FromQuery(Name = "tag")] string? tag, CancellationToken cancellation)
    {
        var home = companies.Find(caller.Company)!;
        var rows = context.Customers.AsNoTracking().Where(row => row.Id < paging.Before && row.MergedInto == null).Having(q, home.Country);
        if (!string.IsNullOrWhiteSpace(tag))
        {
            var key = tag.Trim().ToUpperInvariant();
            rows = rows.Where(row => context.CustomerTags.Any(mark => mark.CustomerId == row.Id && mark.TagKey == key));
        }

        var read = await rows.OrderByDescending(row => row.Id).Take(paging.Take).ToListAsync(cancellation);
        var views = (await CustomerViews.ListAsync(context, home, read, cancellation)).Zip(read).ToArray();
        return TypedResults.Ok(paging.Cut(views, pair => pair.Second.Id, pair => pair.First));
    }

    private static async Task<IResult> ReadAsync(string userId, Caller caller, [FromServices] FlowBuilderContext context, [FromServices] ICompanyShelf companies, CancellationToken cancellation) =>
        await FindAsync(context, userId, cancellation) is { } row ? TypedResults.Ok(await CustomerViews.OneAsync(context, companies.Find(caller.Company)!, row, cancellation)) : Problem.NotFound();

    private static async Task<IResult> PutAsync(
        string userId, JsonBody<CustomerChange> body, Caller caller, [FromServices] CustomerChanging changing, [FromServices] FlowBuilderContext context, [FromServices] ICompanyShelf companies, CancellationToken cancellation)
    {
        var made = await CustomerLookup.FindAsync(context, userId, cancellation) is null;
        if (await changing.ApplyAsync(context, caller, userId, body.Value, cancellation) is { } refusal) return refusal;
        if (await FindAsync(context, userId, cancellation) is not { } row) return Problem.NotFound();
        var view = await CustomerViews.OneAsync(context, companies.Find(caller.Company)!, row, cancellation);
        return made ? TypedResults.Created($"/api/v1/customers/{Uri.EscapeDataString(userId)}", view) : TypedResults.Ok(view);
    }

    private static async Task<IResult> DeleteAsync(
        string userId, Caller caller, [FromServices] FlowBuilderContext context, [FromServices] Steering steering, [FromServices] ErasedLetters letters, [FromServices] ImportBox imports, CancellationToken cancellation)
    {
        if (await CustomerLookup.FindAsync(context, userId, cancellation) is not { } customer) return Problem.NotFound();
        // Before, so that no row of a file still on its way brings the person back.
        await imports.ForgetAsync(caller.Company, await ImportedPerson.ReadAsync(context, customer, cancellation), cancellation);
        if (Answered.Refusal(await steering.AskAsync(caller, customer, new TurnInput.Erase(), cancellation)) is { } refusal) return refusal;
        await letters.ForgetAsync(CancellationToken.None);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> WhyAsync(string userId, [FromQuery(Name = "sequence")] string? sequence, [FromServices] FlowBuilderContext context, CancellationToken cancellation)
    {
        if (await CustomerLookup.FindAsync(context, userId, cancellation) is not { } customer) return Problem.NotFound();
        var rows = context.Decisions.AsNoTracking().Where(row => row.CustomerId == customer.Value);
        if (sequence is not null)
        {
            if (!SequenceId.TryParse(sequence, out var id)) return Problem.Field("sequence", "invalid-id", "is not the id of a sequence.");
            rows = rows.Where(row => row.SequenceId == id.Value);
        }

        var read = await rows.OrderByDescending(row => row.Id).Take(MaxDecisions).ToListAsync(cancellation);
        return TypedResults.Ok(read.Select(row => new DecisionView(row.At, row.Outcome, row.Sentence, row.DecidedBy, row.SequenceId.ToString("D"), row.EnrollmentId is { } run ? RowId.Write(run) : null)).ToArray());
    }

    private static async Task<CustomerRow?> FindAsync(FlowBuilderContext context, string userId, CancellationToken cancellation)
    {
        var number = await CustomerLookup.NumberAsync(context, userId, cancellation);
        return await context.Customers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == number, cancellation);
    }
}

/// <summary>Why a customer did or did not enter, stop, or get something.</summary>
/// <param name="At">Product time.</param>
/// <param name="Outcome">entered, notEntered, stopped or skipped.</param>
/// <param name="Sentence">The reason, in plain words.</param>
/// <param name="DecidedBy">The node, person or key; null for the engine's own rules.</param>
/// <param name="Sequence">The sequence it is about.</param>
/// <param name="Enrollment">The run, when there is one.</param>
internal sealed record DecisionView(DateTimeOffset At, DecisionOutcome Outcome, string Sentence, string? DecidedBy, string Sequence, string? Enrollment);
