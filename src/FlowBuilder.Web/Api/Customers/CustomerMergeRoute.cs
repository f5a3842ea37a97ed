using FlowBuilder.Application.Access;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Customers.Merging;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Reading;
using FlowBuilder.Web.Auth.AuditLog;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Customers;

/// <summary>What <c>POST /customers/{userId}/merge</c> takes.</summary>
internal sealed record CustomerMergeRequest
{
    /// <summary>The id of the customer who is joined to the one in the address and whose id leads there from then on.</summary>
    public string? Other { get; init; }
}

/// <summary><c>POST /customers/{userId}/merge</c>; the screen Merge customers does the same (<see cref="CustomerMerger"/>).</summary>
internal static class CustomerMergeRoute
{
    public static async Task<IResult> PostAsync(
        string userId, JsonBody<CustomerMergeRequest> body, Caller caller, HttpContext http, [FromServices] CustomerMerger merging,
        [FromServices] CustomerQueries customers, CancellationToken cancellation)
    {
        if (body.Value.Other is not { } told || IdText.Of(told) is not { } other)
            return Problem.Field("other", body.Value.Other is null ? "required" : "invalid-id", "must be the id of the customer to merge.");
        switch (await merging.MergeAsync(caller, userId, other, cancellation))
        {
            case MergeAnswer.NoSurvivor:
                return Problem.NotFound();
            case MergeAnswer.NoOther:
                return Problem.Field("other", "unknown-customer", "is not the id of a customer.", StatusCodes.Status404NotFound);
            case MergeAnswer.AreOne:
                return Problem.Field("other", "same-customer", "already leads to this customer.", StatusCodes.Status409Conflict);
            case MergeAnswer.Noted noted:
                Note(http, noted.Survivor, noted.Other);
                return TypedResults.Accepted($"/api/v1/customers/{Uri.EscapeDataString(userId)}");
            case MergeAnswer.Merged merged:
                Note(http, merged.Survivor, merged.Other);
                return TypedResults.Ok(await customers.ViewAsync(caller.Company, merged.Survivor, cancellation));
            default:
                throw new InvalidOperationException("An answer of a merge has no words.");
        }
    }

    private static void Note(HttpContext http, CustomerId survivor, CustomerId other)
    {
        CustomersToldOf.Note(http, survivor);
        CustomersToldOf.Note(http, other);
    }
}
