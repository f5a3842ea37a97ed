using FlowBuilder.Storage;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Hosting.Problems;

namespace FlowBuilder.Web.Auth.Access;

/// <summary>Between signing in and the handlers: sets the company every query is filtered by, and
/// counts a key's call against its allowance.</summary>
internal sealed class CompanyMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Allowances allowances, CallerResolver doorkeeper)
    {
        if (doorkeeper.Find(http.User) is not { } caller) return next(http);
        http.RequestServices.GetRequiredService<CurrentCompany>().Id = caller.Company;
        return KeyClaims.KeyOf(http.User) is { } key
            && http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && allowances.TakeCall(key) is { } wait
            ? TooMany.Calls(http, wait).ExecuteAsync(http)
            : next(http);
    }
}
