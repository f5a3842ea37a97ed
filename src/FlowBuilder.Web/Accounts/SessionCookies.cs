using FlowBuilder.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FlowBuilder.Web.Accounts;

/// <summary>A cookie is worth something only while its session is there.</summary>
internal sealed class SessionCookies(Sessions sessions) : CookieAuthenticationEvents
{
    /// <summary>A plain 403 with a page, at the address that was asked for: nothing to go back from.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } principal && PersonClaims.AccountOf(principal) is { } account && PersonClaims.SessionOf(principal) is { } session
            && await sessions.IsAliveAsync(session, account, context.HttpContext.RequestAborted)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }
}
