using FlowBuilder.Runtime.Pump;
using FlowBuilder.Runtime.Time;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Status;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the work goes on.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health");
        group.MapGet("/live", () => TypedResults.Ok(new Liveness("live"))).Produces<Liveness>();
        group.MapGet("/ready", ([FromServices] IEngine engine, [FromServices] ProductClock clock) =>
        {
            var readiness = ReadinessCheck.Look(engine, clock, 0);
            return TypedResults.Json(readiness, statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>The process answers.</summary>
internal sealed record Liveness(string Status);
