using FlowBuilder.Web.Hosting.Problems;

namespace FlowBuilder.Web.Hosting.Headers;

/// <summary>
/// Refuses calls that do not say to whom they are, or say it in a way that is no name: pages are drawn for an address, and the framework
/// answers 500 where it cannot be one. Probes of load balancers often name nobody, so <c>/health</c> answers all the same.
/// </summary>
internal sealed class NamedHost(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return Uri.CheckHostName(http.Request.Host.Host) != UriHostNameType.Unknown
            || http.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            ? next(http)
            : Problem.Of(
                StatusCodes.Status400BadRequest, "No host is named",
                "The call's Host header is empty or not a host name. Use the address of this FlowBuilder.")
                .ExecuteAsync(http);
    }
}
