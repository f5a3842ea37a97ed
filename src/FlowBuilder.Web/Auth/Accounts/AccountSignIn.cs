using System.Globalization;
using System.Security.Claims;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.People;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>
/// Identity's sign-in; whichever way somebody got in, the cookie names a session that can be ended, and the company worked for. A wrong
/// email, a wrong password and a locked account answer alike and take the same time. Codes count towards the lockout as passwords do.
/// </summary>
internal sealed class AccountSignIn(
    UserManager<AccountRow> accounts, IHttpContextAccessor http, IUserClaimsPrincipalFactory<AccountRow> claims,
    IOptions<IdentityOptions> options, ILogger<SignInManager<AccountRow>> log,
    IAuthenticationSchemeProvider schemes, IUserConfirmation<AccountRow> confirmation, Sessions sessions, Memberships memberships,
    AccountAudit audit, UsedCodes codes, Installation installation)
    : SignInManager<AccountRow>(accounts, http, claims, options, log, schemes, confirmation)
{
    /// <summary>In the audit log: somebody has signed in.</summary>
    public const string SignedIn = AccountAudit.SignedIn;

    /// <summary>In the audit log: somebody tried to get in as a person of the company.</summary>
    public const string SignInFailed = "account.sign-in-failed";

    /// <summary>In the audit log: the password was right, the second factor was not.</summary>
    public const string CodeFailed = "account.code-failed";

    private static string? _nobodysHash;
    private bool _byPasskey;

    public override async Task SignInWithClaimsAsync(
        AccountRow user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var cancellation = Context.RequestAborted;
        var kept = PersonClaims.AccountOf(Context.User) == user.Id ? PersonClaims.SessionOf(Context.User) : null;
        var device = DeviceName.Of(Context.Request.Headers.UserAgent.ToString());
        var session = kept ?? await sessions.BeginAsync(user.Id, device, Context.Connection.RemoteIpAddress?.ToString(), cancellation);
        List<Claim> own =
        [
            .. additionalClaims.Where(
                claim => claim.Type is not (PersonClaims.SessionType or PersonClaims.CompanyType or PersonClaims.FactorType)),
            new Claim(PersonClaims.SessionType, session.ToString("D"))
        ];
        if (await CompanyOfAsync(user, cancellation) is { } company)
            own.Add(new Claim(PersonClaims.CompanyType, company.ToString(CultureInfo.InvariantCulture)));
        if (FactorOf(user, kept is not null) is { } factor) own.Add(new Claim(PersonClaims.FactorType, factor));
        await base.SignInWithClaimsAsync(user, authenticationProperties, own);
        if (kept is null) await audit.NoteAsync(user.Id, SignedIn, $"signed in with {device}");
    }

    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        var user = await UserManager.FindByNameAsync(userName);
        if (user is not null && await PreSignInCheck(user) is null)
        {
            var answer = await PasswordSignInAsync(user, password, isPersistent, lockoutOnFailure);
            if (answer is { Succeeded: false, RequiresTwoFactor: false }) audit.NoteRefused(user.Id, SignInFailed, "with a wrong password");
            return answer;
        }

        if (user is null) audit.NoteStranger();
        else audit.NoteRefused(user.Id, SignInFailed, "who is locked out or cannot sign in");
        _nobodysHash ??= UserManager.PasswordHasher.HashPassword(new AccountRow(), RandomToken.New());
        UserManager.PasswordHasher.VerifyHashedPassword(new AccountRow(), _nobodysHash, password);
        return SignInResult.Failed;
    }

    /// <summary>A code of the app is worth one sign-in: whoever looked over a shoulder comes too late with it.</summary>
    public override async Task<SignInResult> TwoFactorAuthenticatorSignInAsync(string code, bool isPersistent, bool rememberClient)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } user) return SignInResult.Failed;
        // Taken before it counts: of two browsers that bring the same code at the same moment one comes second.
        var isRight = await UserManager.VerifyTwoFactorTokenAsync(user, Options.Tokens.AuthenticatorTokenProvider, code);
        if (isRight && !await codes.TakeAsync(user.Id, code, Context.RequestAborted)) code = "";
        var answer = await base.TwoFactorAuthenticatorSignInAsync(code, isPersistent, rememberClient);
        if (!answer.Succeeded) audit.NoteRefused(user.Id, CodeFailed, "with a wrong code");
        return answer;
    }

    public override async Task<SignInResult> TwoFactorRecoveryCodeSignInAsync(string recoveryCode)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } user) return SignInResult.Failed;
        if (await PreSignInCheck(user) is { } refused) return refused;
        var answer = await base.TwoFactorRecoveryCodeSignInAsync(recoveryCode);
        if (answer.Succeeded)
        {
            await audit.NoteAsync(user.Id, "account.recovery-code", "used a recovery code in place of the authenticator app");
            return answer;
        }

        audit.NoteRefused(user.Id, CodeFailed, "with a wrong recovery code");
        await UserManager.AccessFailedAsync(user);
        return await UserManager.IsLockedOutAsync(user) ? SignInResult.LockedOut : answer;
    }

    /// <summary>A passkey proves the device and the person, so no second factor is asked for. A locked account stays locked.</summary>
    public override async Task<SignInResult> PasskeySignInAsync(string credentialJson)
    {
        var proof = await PerformPasskeyAssertionAsync(credentialJson);
        if (!proof.Succeeded) return SignInResult.Failed;
        if (await PreSignInCheck(proof.User) is { } refused) return refused;
        if (!(await UserManager.AddOrUpdatePasskeyAsync(proof.User, proof.Passkey)).Succeeded) return SignInResult.Failed;
        _byPasskey = true;
        return await SignInOrTwoFactorAsync(proof.User, isPersistent: false, bypassTwoFactor: true);
    }

    /// <summary>Sign-ins that came with the demo have a password everybody knows: they are let in
    /// only where the demo is on, which Production refuses.</summary>
    public override async Task<bool> CanSignInAsync(AccountRow user) =>
        (!user.Demo || installation.Demo) && await base.CanSignInAsync(user);

    /// <summary>Ends the session of this browser as well as its cookie.</summary>
    public override async Task SignOutAsync()
    {
        if (PersonClaims.AccountOf(Context.User) is { } account && PersonClaims.SessionOf(Context.User) is { } session)
            await sessions.EndAsync(account, session, CancellationToken.None);
        await base.SignOutAsync();
    }

    /// <summary>Whoever has an authenticator app came past its code; a passkey counts as long as its session.</summary>
    private string? FactorOf(AccountRow user, bool staysSignedIn) =>
        _byPasskey || (staysSignedIn && Context.User.HasClaim(PersonClaims.FactorType, PersonClaims.ByPasskey))
            ? PersonClaims.ByPasskey
            : user.TwoFactorEnabled
            ? PersonClaims.ByCode
            : null;

    /// <summary>The company worked for last, else any; null when the account belongs to none.</summary>
    private async Task<int?> CompanyOfAsync(AccountRow user, CancellationToken cancellation)
    {
        var companies = await memberships.OfAsync(user.Id, cancellation);
        return companies.Count == 0
            ? null
            : user.LastCompanyId is { } last && companies.Any(one => one.Id.Value == last)
            ? last
            : companies[0].Id.Value;
    }
}
