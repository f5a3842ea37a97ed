using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Accounts;

/// <summary>Somebody asked by email to work with a company. Table <c>invitations</c>.</summary>
public sealed class InvitationRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public string Email { get; set; } = "";

    /// <summary>owner, admin, marketer, manager, office or viewer.</summary>
    public string Role { get; set; } = "";

    /// <summary>The person of the company who shall get the sign-in; null: a new one is made.</summary>
    public string? UserId { get; set; }

    /// <summary>Hexadecimal SHA-256 of the token in the link; the token itself is stored nowhere.</summary>
    public string TokenHash { get; set; } = "";

    /// <summary>Name of who invited.</summary>
    public string InvitedBy { get; set; } = "";

    /// <summary>System time.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>System time from which the link leads nowhere.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }
}
