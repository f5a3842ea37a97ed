using FlowBuilder.Storage.Model.Accounts;

namespace FlowBuilder.Application.Accounts;

/// <summary>New sign-ins.</summary>
public static class AccountRows
{
    /// <summary>An account that can be locked out, without a password yet.</summary>
    public static AccountRow New(string email, string name, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), Name = name, CreatedAt = now, LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N"),
        UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(),
    };
}
