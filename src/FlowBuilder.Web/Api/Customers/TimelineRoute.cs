using System.Globalization;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Customers;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Customers;

/// <summary><c>/customers/{userId}/timeline</c>: newest first. The cursor is the place of the last item.</summary>
internal static class TimelineRoute
{
    public static async Task<IResult> ListAsync(
        string userId, Caller caller, [FromServices] CustomerQueries customers, [FromServices] CustomerTimeline timeline, Paging paging,
        CancellationToken cancellation)
    {
        if (await customers.FindAsync(caller.Company, userId, cancellation) is not { } customer) return Problem.NotFound();
        return await timeline.ReadAsync(caller.Company, customer, paging.After, paging.Limit + 1, cancellation) is { } items
            ? TypedResults.Ok(paging.Cut(items, pair => pair.Place, pair => pair.Item))
            : Paging.WrongCursor;
    }
}
