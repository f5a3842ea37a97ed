using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Status;
using FlowBuilder.Runtime.Channels.Breaking;
using FlowBuilder.Web.Auth.Access;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c> and <c>/health</c>: the work
/// goes on; a provider that is slow or away is a line there, and no reason to restart.</summary>
internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health").AllowAnonymous();
        group.MapGet("/live", () => TypedResults.Ok(new Liveness("live"))).Produces<Liveness>().WithName("Live");
        group.MapGet("/ready", LookAsync)
            .Produces<Readiness>()
            .Produces<Readiness>(StatusCodes.Status503ServiceUnavailable)
            .WithName("Ready");
        group.MapGet("", LookAsync).Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable).WithName("Health");
    }

    /// <summary>Who watches the program from outside learns whether it is ready. How much waits is
    /// the companies' business: in Production one says who asks.</summary>
    private static async Task<IResult> LookAsync(
        HttpContext http, [FromServices] CallerResolver doorkeeper, [FromServices] IHostEnvironment environment,
        [FromServices] IEngine engine, [FromServices] ProductClock clock, [FromServices] ProviderBreakers providers,
        [FromServices] WorkCounts counts, CancellationToken cancellation)
    {
        var readiness = await ReadinessCheck.LookAsync(
            engine, clock, providers, await counts.UnknownMessagesAsync(cancellation), cancellation);
        var status = readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return environment.IsProduction() && doorkeeper.Find(http.User) is null
            ? TypedResults.Json(new Liveness(readiness.Status), statusCode: status)
            : TypedResults.Json(readiness, statusCode: status);
    }
}

/// <summary>The process answers.</summary>
internal sealed record Liveness(string Status);
