using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Reading;
using FlowBuilder.Runtime.AuditLog;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Api.Repeats;
using FlowBuilder.Web.Bodies;
using FlowBuilder.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Customers;

/// <summary>What <c>POST /customers/{userId}/merge</c> takes.</summary>
internal sealed record CustomerMergeCall
{
    /// <summary>The id of the customer who is joined to the one in the address and whose id leads there from then on.</summary>
    public string? Other { get; init; }
}

/// <summary>Joins two known customers because a person asks for it: everything of the other goes to the one in the address, whose fields win.</summary>
internal static class CustomerJoining
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<IResult> PostAsync(
        string userId, JsonBody<CustomerMergeCall> body, Caller caller, HttpContext http, [FromServices] FlowBuilderContext context, [FromServices] IIntake intake, [FromServices] AuditTrail audit, [FromServices] ICompanyShelf companies, [FromServices] TimeProvider clock, CancellationToken cancellation)
    {
        if (body.Value.Other is not { } told || IdText.Of(told) is not { } other) return Problem.Field("other", body.Value.Other is null ? "required" : "invalid-id", "must be the id of the customer to be joined.");
        if (await CustomerLookup.FindAsync(context, userId, cancellation) is not { } survivor) return Problem.NotFound();
        if (await CustomerLookup.FindAsync(context, other, cancellation) is not { } merged) return Problem.Field("other", "unknown-customer", "is not the id of a customer.", StatusCodes.Status404NotFound);
        if (survivor == merged) return Problem.Field("other", "same-customer", "leads to this customer already.", StatusCodes.Status409Conflict);
        CustomersToldOf.Note(http, survivor);
        CustomersToldOf.Note(http, merged);
        await audit.AppendAsync(caller.Company, caller.Actor, "customer.merge", survivor.ToString(), $"joined customer {merged} to a customer");
        await intake.AcceptAsync([new IncomingEvent
        {
            Company = caller.Company, Source = caller.Source, MessageId = $"merge-{Guid.CreateVersion7(clock.GetUtcNow()):N}", UserId = userId, PreviousId = other, Kind = EventKind.Alias, Name = Tracking.CallReader.Alias, JoinsKnown = true,
        }], cancellation);
        if (!await IsJoinedAsync(context, merged, clock, cancellation)) return TypedResults.Accepted($"/api/v1/customers/{Uri.EscapeDataString(userId)}");
        var row = await context.Customers.AsNoTracking().FirstAsync(one => one.Id == survivor.Value, cancellation);
        return TypedResults.Ok(await CustomerViews.OneAsync(context, companies.Find(caller.Company)!, row, cancellation));
    }

    /// <summary>The pumps join them, holding both partitions: it takes as long as what they are at.</summary>
    private static async Task<bool> IsJoinedAsync(FlowBuilderContext context, CustomerId merged, TimeProvider clock, CancellationToken cancellation)
    {
        for (var began = clock.GetTimestamp(); clock.GetElapsedTime(began) < Patience; await Task.Delay(Look, clock, cancellation))
            if (await context.Customers.AsNoTracking().AnyAsync(row => row.Id == merged.Value && row.MergedInto != null, cancellation)) return true;
        return false;
    }
}
