using System.Buffers.Text;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Limits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Auth.Accounts.Passkeys;

/// <summary>What passkeys.js asks before it talks to the device, and the form that removes one. All
/// need the page's token against forgery.</summary>
internal static class PasskeyRoutes
{
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in/passkey/options", RequestAsync).AllowAnonymous()
            .WithMetadata(new LimitedAttemptsAttribute()).ExcludeFromDescription()
            .WithName("PasskeyToSignIn");
        routes.MapPost("/account/passkeys/options", CreateAsync).RequireAuthorization().ExcludeFromDescription().WithName("PasskeyToAdd");
        routes.MapPost("/account/passkeys/remove", RemoveAsync).RequireAuthorization().ExcludeFromDescription().WithName("PasskeyRemove");
    }

    /// <summary>Names no account: which passkeys there are for an address is nobody's business.</summary>
    private static async Task<IResult> RequestAsync([FromForm] string? credential, [FromServices] SignInManager<AccountRow> signIn) =>
        TypedResults.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> CreateAsync(
        [FromForm] string? credential, [FromServices] YourAccount yours, [FromServices] SignInManager<AccountRow> signIn)
    {
        var account = await yours.FindAsync();
        return TypedResults.Content(
            await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
            {
                Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Name
            }),
            "application/json");
    }

    private static async Task<IResult> RemoveAsync(
        [FromForm] string? passkey, [FromServices] YourAccount yours, [FromServices] UserManager<AccountRow> accounts)
    {
        var account = await yours.FindAsync();
        if (passkey is null
            || !Base64Url.IsValid(passkey)
            || await accounts.GetPasskeyAsync(account, Base64Url.DecodeFromChars(passkey)) is not { } known)
            return TypedResults.LocalRedirect("/account");
        await accounts.RemovePasskeyAsync(account, known.CredentialId);
        await yours.NoteAsync(
            account, "account.passkey-remove", $"removed the passkey “{known.Name}”",
            $"The passkey “{known.Name}” was removed from your sign-in.");
        return TypedResults.LocalRedirect("/account?done=passkey-removed");
    }
}
