using FlowBuilder.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FlowBuilder.Web.Accounts;

/// <summary>A cookie is worth something only while its session is there.</summary>
internal sealed class SessionCookies(Sessions sessions) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } principal && PersonClaims.AccountOf(principal) is { } account && PersonClaims.SessionOf(principal) is { } session
            && await sessions.IsAliveAsync(session, account, context.HttpContext.RequestAborted)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }
}
