namespace FlowBuilder.Web.Hosting.Lifetime;

/// <summary>
/// While the program stops it takes nothing new. Open pages lose their circuits then and try at once to come back: one that got in would
/// hold up the stop until the host loses patience. They try again until the program is there anew; so do well-behaved clients of the API.
/// </summary>
internal sealed class ShutdownMiddleware(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!lifetime.ApplicationStopping.IsCancellationRequested) return next(http);
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "1";
        http.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
