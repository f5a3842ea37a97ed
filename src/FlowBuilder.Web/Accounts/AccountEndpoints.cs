using System.Globalization;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Accounts;

/// <summary>Forms that change the cookie without a page of their own.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/account").RequireAuthorization().ExcludeFromDescription();
        group.MapPost("/sign-out", SignOutAsync).WithName("SignOut");
        group.MapPost("/company", SwitchAsync).WithName("SwitchCompany");
    }

    private static async Task<IResult> SignOutAsync([FromForm] string? nothing, [FromServices] SignInManager<AccountRow> signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("/sign-in");
    }

    /// <summary>Works for another of one's companies from now on. One that is not one's own changes nothing.</summary>
    private static async Task<IResult> SwitchAsync(
        [FromForm] string? company, HttpContext http, [FromServices] UserManager<AccountRow> accounts, [FromServices] SignInManager<AccountRow> signIn, [FromServices] Memberships memberships, CancellationToken cancellation)
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
}
