using System.Globalization;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.People;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Accounts.Passkeys;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>Forms of a button alone, without a page of their own.</summary>
internal static class AccountRoutes
{
    /// <summary>In the address of one's page: the password was wrong.</summary>
    public const string WrongPassword = "password";

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/account").RequireAuthorization().ExcludeFromDescription();
        group.MapPost("/sign-out", SignOutAsync).WithName("SignOut");
        group.MapPost("/company", SwitchAsync).WithName("SwitchCompany");
        group.MapPost("/sessions/end", EndSessionAsync).WithName("EndSession");
        group.MapPost("/sessions/end-others", EndOthersAsync).WithName("EndOtherSessions");
        routes.MapPasskeys();
    }

    private static async Task<IResult> SignOutAsync([FromForm] string? back, [FromServices] SignInManager<AccountRow> signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect(LocalAddress.Of(back) is "/" ? "/sign-in" : LocalAddress.Of(back));
    }

    /// <summary>Works for another of one's companies from now on. One that is not one's own changes nothing.</summary>
    private static async Task<IResult> SwitchAsync(
        [FromForm] string? company, HttpContext http, [FromServices] UserManager<AccountRow> accounts,
        [FromServices] SignInManager<AccountRow> signIn, [FromServices] Memberships memberships, CancellationToken cancellation)
    {
        if (await accounts.GetUserAsync(http.User) is not { } account) return TypedResults.LocalRedirect("/sign-in");
        var chosen = int.TryParse(company, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        if ((await memberships.OfAsync(account.Id, cancellation)).Any(one => one.Id.Value == chosen))
        {
            account.LastCompanyId = chosen;
            await accounts.UpdateAsync(account);
            await signIn.RefreshSignInAsync(account);
        }

        return TypedResults.LocalRedirect("/");
    }

    /// <summary>Signs one browser out; only one's own sessions are found.</summary>
    private static async Task<IResult> EndSessionAsync(
        [FromForm] string? session, [FromForm] string? password, [FromServices] YourAccount yours, [FromServices] Sessions sessions,
        CancellationToken cancellation)
    {
        var account = await yours.FindAsync();
        var known = Guid.TryParse(session, out var id)
            ? (await sessions.OfAsync(account.Id, cancellation)).FirstOrDefault(one => one.Id == id)
            : null;
        if (known is null) return TypedResults.LocalRedirect("/account");
        if (await yours.PasswordFaultAsync(account, password) is not null) return Refused();
        await sessions.EndAsync(account.Id, known.Id, CancellationToken.None);
        await yours.NoteAsync(account, "account.session-end", $"signed {known.Device} out");
        return TypedResults.LocalRedirect("/account?done=session");
    }

    private static async Task<IResult> EndOthersAsync(
        [FromForm] string? password, [FromServices] YourAccount yours, [FromServices] Sessions sessions)
    {
        var account = await yours.FindAsync();
        if (await yours.PasswordFaultAsync(account, password) is not null) return Refused();
        await sessions.EndAllAsync(account.Id, yours.Session, CancellationToken.None);
        await yours.NoteAsync(account, "account.sessions-end", "signed out everywhere else");
        return TypedResults.LocalRedirect("/account?done=sessions");
    }

    private static IResult Refused() => TypedResults.LocalRedirect($"/account?fault={WrongPassword}#sessions");
}
