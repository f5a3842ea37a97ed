using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Model.Accounts;

/// <summary>Sign-ins as ASP.NET Core Identity wants them, sessions, invitations, and the keys that protect cookies and secrets.</summary>
internal static class AccountModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<AccountRow>(row =>
        {
            row.ToTable("accounts").HasKey(account => account.Id);
            row.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();
            row.Property(account => account.UserName).HasMaxLength(Lengths.Email);
            row.Property(account => account.NormalizedUserName).HasMaxLength(Lengths.Email);
            row.Property(account => account.Email).HasMaxLength(Lengths.Email);
            row.Property(account => account.NormalizedEmail).HasMaxLength(Lengths.Email);
            row.HasIndex(account => account.NormalizedUserName, "ux_accounts_user_name").IsUnique();
            row.HasIndex(account => account.NormalizedEmail, "ux_accounts_email").IsUnique();
        });
        model.Entity<IdentityUserClaim<Guid>>(row =>
        {
            row.ToTable("account_claims").HasKey(claim => claim.Id);
            row.HasIndex(claim => claim.UserId, "ix_account_claims_user");
        });
        model.Entity<IdentityUserLogin<Guid>>(row =>
        {
            row.ToTable("account_logins").HasKey(login => new { login.LoginProvider, login.ProviderKey });
            row.Property(login => login.LoginProvider).HasMaxLength(128);
            row.Property(login => login.ProviderKey).HasMaxLength(128);
        });
        model.Entity<IdentityUserToken<Guid>>(row =>
        {
            row.ToTable("account_tokens").HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
            row.Property(token => token.LoginProvider).HasMaxLength(128);
            row.Property(token => token.Name).HasMaxLength(128);
        });
        model.Entity<IdentityUserPasskey<Guid>>(row =>
        {
            row.ToTable("account_passkeys").HasKey(passkey => passkey.CredentialId);
            row.Property(passkey => passkey.CredentialId).HasMaxLength(1024);
            row.HasIndex(passkey => passkey.UserId, "ix_account_passkeys_user");
            row.OwnsOne(passkey => passkey.Data).ToJson("data");
        });
        model.Entity<SessionRow>(row =>
        {
            row.ToTable("sessions").HasKey(session => session.Id);
            row.HasIndex(session => session.AccountId, "ix_sessions_account");
        });
        model.Entity<InvitationRow>(row =>
        {
            row.ToTable("invitations").HasKey(invitation => new { invitation.CompanyId, invitation.Id });
            row.Property(invitation => invitation.TokenHash).HasMaxLength(Lengths.Hash);
            row.HasIndex(invitation => invitation.TokenHash, "ux_invitations_token").IsUnique();
        });
        model.Entity<DataProtectionKey>(row => row.ToTable("data_protection_keys").HasKey(key => key.Id));
    }
}
