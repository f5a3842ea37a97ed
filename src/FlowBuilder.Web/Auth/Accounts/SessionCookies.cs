using System.Globalization;
using System.Security.Claims;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.People;
using FlowBuilder.Web.Auth.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>A cookie is worth something only while its session is there.</summary>
internal sealed class SessionCookies(Sessions sessions, CallerResolver doorkeeper, Memberships memberships) : CookieAuthenticationEvents
{
    /// <summary>A plain 403 with a page, at the address that was asked for: nothing to go back
    /// from. Who lacks the second factor the company asks for is led to it.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && doorkeeper.Find(context.HttpContext.User) is { LacksFactor: true })
        {
            context.Response.Redirect("/account/two-factor");
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Programs at a hub are answered by a number; a page for signing in would tell them nothing.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!context.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)) return base.RedirectToLogin(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var cancellation = context.HttpContext.RequestAborted;
        if (context.Principal is { Identity: ClaimsIdentity identity } principal
            && PersonClaims.AccountOf(principal) is { } account
            && PersonClaims.SessionOf(principal) is { } session
            && await sessions.IsAliveAsync(session, account, cancellation))
        {
            if (doorkeeper.Find(principal) is null) await MoveOnAsync(context, identity, account, cancellation);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    /// <summary>Whoever was removed from the company of the cookie goes on at another of theirs, if
    /// there is one; whoever came to a company goes on there.</summary>
    private async Task MoveOnAsync(
        CookieValidatePrincipalContext context, ClaimsIdentity before, Guid account, CancellationToken cancellation)
    {
        var companies = await memberships.OfAsync(account, cancellation);
        if (companies.Count == 0 && !before.HasClaim(claim => claim.Type == PersonClaims.CompanyType)) return;
        var identity = before.Clone();
        foreach (var claim in identity.FindAll(PersonClaims.CompanyType).ToList()) identity.RemoveClaim(claim);
        if (companies.Count > 0)
            identity.AddClaim(new Claim(PersonClaims.CompanyType, companies[0].Id.Value.ToString(CultureInfo.InvariantCulture)));
        context.ReplacePrincipal(new ClaimsPrincipal(identity));
        context.ShouldRenew = true;
    }
}
