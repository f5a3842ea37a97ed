using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Hosting.Answers;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.Settings;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Routing;

namespace FlowBuilder.Web.Auth.Circuits;

/// <summary>
/// Before screens: <c>/_blazor</c> is answered to our own pages only (the session cookie alone does not say who asks), and where there is
/// no room for a further circuit the page itself says so, instead of a page whose buttons do nothing.
/// </summary>
internal sealed class CircuitMiddleware(RequestDelegate next, CircuitSeats room, Installation installation)
{
    private const string Circuits = "/_blazor";

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase, out var rest))
            return AtCircuitsAsync(http, rest);
        return OpensScreen(http) && PersonClaims.AccountOf(http.User) is { } account && room.Ask(account, Address(http)) is { } refusal
            ? AnswerPages.SayAsync(http, StatusCodes.Status429TooManyRequests, refusal.Heading, refusal.Words)
            : next(http);
    }

    private Task AtCircuitsAsync(HttpContext http, PathString rest)
    {
        if (IsForeign(http.Request))
            return Problem.Of(
                StatusCodes.Status403Forbidden, "Not allowed from there",
                "Screens can only be opened by FlowBuilder's own pages; this call came from another site.")
                .ExecuteAsync(http);
        // Asked for before a connection, or the connection itself by those who do not ask.
        var begins = rest == "/negotiate" || (!rest.HasValue && !http.Request.Query.ContainsKey("id"));
        return begins && PersonClaims.AccountOf(http.User) is { } account && room.Take(account, Address(http)) is { } refusal
            ? Problem.Of(StatusCodes.Status429TooManyRequests, refusal.Heading, refusal.Words).ExecuteAsync(http)
            : next(http);
    }

    /// <summary>A browser says where a call comes from; programs that say nothing carry no cookie of somebody else.</summary>
    private bool IsForeign(HttpRequest request)
    {
        if (!request.Headers.TryGetValue("Origin", out var origins)) return false;
        var origin = origins.ToString();
        return !string.Equals(origin, installation.PublicUrl.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
            && !string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }

    private static bool OpensScreen(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method)
        && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && http.AcceptsInteractiveRouting();

    private static string Address(HttpContext http) => AttemptLimit.Neighbourhood(http.Connection.RemoteIpAddress);
}
