using FlowBuilder.Runtime.Storage;
using FlowBuilder.Web.Problems;

namespace FlowBuilder.Web.Keys;

/// <summary>Between signing in and the handlers: sets the company every query is filtered by, and counts the call against the key's allowance.</summary>
internal sealed class CompanyOfCaller(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Allowances allowances)
    {
        if (KeyClaims.KeyOf(http.User) is not { } key) return next(http);
        http.RequestServices.GetRequiredService<CurrentCompany>().Id = key.Company;
        return http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && allowances.TakeCall(key) is { } wait
            ? TooMany.Calls(http, wait).ExecuteAsync(http)
            : next(http);
    }
}
