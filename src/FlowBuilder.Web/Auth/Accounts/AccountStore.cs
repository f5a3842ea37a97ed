using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>Identity's own store on our tables. What an authenticator app shares with us (and the
/// recovery codes) lies encrypted in the database.</summary>
internal sealed class AccountStore(FlowBuilderContext context, IDataProtectionProvider protection, IdentityErrorDescriber describer)
    : UserOnlyStore<AccountRow, FlowBuilderContext, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>,
        IdentityUserPasskey<Guid>>(
        context, describer)
{
    private readonly IDataProtector _protector = protection.CreateProtector("FlowBuilder.Accounts.Tokens.v1");

    public override Task SetTokenAsync(
        AccountRow user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(
        AccountRow user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } kept ? _protector.Unprotect(kept) : null;
}
