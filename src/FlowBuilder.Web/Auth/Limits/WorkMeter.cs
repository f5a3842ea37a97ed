using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Problems;

namespace FlowBuilder.Web.Auth.Limits;

/// <summary>Charges costly calls (<see cref="CostsTimeAttribute"/>) to whoever makes them: the time
/// they take here, without what the caller's line takes to send and fetch.</summary>
internal sealed class WorkMeter(RequestDelegate next, WorkBudget budget, CallerResolver doorkeeper, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<CostsTimeAttribute>() is null || doorkeeper.Find(http.User) is not { } caller)
        {
            await next(http);
            return;
        }

        if (budget.Wait(caller.Company, caller.Actor.Id) is { } wait)
        {
            await TooMany.Work(http, wait).ExecuteAsync(http);
            return;
        }

        var line = new LineTime(clock);
        (http.Request.Body, http.Response.Body) = (new MeteredStream(http.Request.Body, line), new MeteredStream(http.Response.Body, line));
        var began = clock.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            var cost = clock.GetElapsedTime(began) - line.Spent;
            budget.Charge(caller.Company, caller.Actor.Id, cost > TimeSpan.Zero ? cost : TimeSpan.Zero);
        }
    }
}
