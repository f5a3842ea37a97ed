using System.Globalization;
using System.Security.Claims;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FlowBuilder.Web.Accounts;

/// <summary>Identity's sign-in; whichever way somebody got in, the cookie names a session that can be ended, and the company worked for.</summary>
internal sealed class AccountSignIn(
    UserManager<AccountRow> accounts, IHttpContextAccessor http, IUserClaimsPrincipalFactory<AccountRow> claims, IOptions<IdentityOptions> options, ILogger<SignInManager<AccountRow>> log,
    IAuthenticationSchemeProvider schemes, IUserConfirmation<AccountRow> confirmation, Sessions sessions, IDbContextFactory<FlowBuilderContext> contexts)
    : SignInManager<AccountRow>(accounts, http, claims, options, log, schemes, confirmation)
{
    public override async Task SignInWithClaimsAsync(AccountRow user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var cancellation = Context.RequestAborted;
        var kept = PersonClaims.AccountOf(Context.User) == user.Id ? PersonClaims.SessionOf(Context.User) : null;
        var session = kept ?? await sessions.BeginAsync(user.Id, DeviceName.Of(Context.Request.Headers.UserAgent.ToString()), Context.Connection.RemoteIpAddress?.ToString(), cancellation);
        List<Claim> own = [.. additionalClaims.Where(claim => claim.Type is not (PersonClaims.SessionType or PersonClaims.CompanyType)), new Claim(PersonClaims.SessionType, session.ToString("D"))];
        if (await CompanyOfAsync(user, cancellation) is { } company) own.Add(new Claim(PersonClaims.CompanyType, company.ToString(CultureInfo.InvariantCulture)));
        await base.SignInWithClaimsAsync(user, authenticationProperties, own);
    }

    /// <summary>Ends the session of this browser as well as its cookie.</summary>
    public override async Task SignOutAsync()
    {
        if (PersonClaims.AccountOf(Context.User) is { } account && PersonClaims.SessionOf(Context.User) is { } session) await sessions.EndAsync(account, session, CancellationToken.None);
        await base.SignOutAsync();
    }

    /// <summary>The company worked for last, else any; null when the account belongs to none.</summary>
    private async Task<int?> CompanyOfAsync(AccountRow user, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var companies = await context.Users.IgnoreQueryFilters([FlowBuilderContext.CompanyFilter]).Where(row => row.AccountId == user.Id && row.RemovedAt == null)
            .OrderBy(row => row.CompanyId).Select(row => row.CompanyId).ToListAsync(cancellation);
        return companies.Count == 0 ? null : user.LastCompanyId is { } last && companies.Contains(last) ? last : companies[0];
    }
}
