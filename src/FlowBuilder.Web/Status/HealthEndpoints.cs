using FlowBuilder.Runtime.Pump;
using FlowBuilder.Runtime.Time;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Status;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the work goes on.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health").AllowAnonymous();
        group.MapGet("/live", () => TypedResults.Ok(new Liveness("live"))).Produces<Liveness>().WithName("Live");
        group.MapGet("/ready", async ([FromServices] IEngine engine, [FromServices] ProductClock clock, [FromServices] WorkCounts counts, CancellationToken cancellation) =>
        {
            var readiness = ReadinessCheck.Look(engine, clock, await counts.UnknownMessagesAsync(cancellation));
            return TypedResults.Json(readiness, statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable).WithName("Ready");
    }
}

/// <summary>The process answers.</summary>
internal sealed record Liveness(string Status);
