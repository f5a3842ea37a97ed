using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Accounts;

/// <summary>Somebody who works at a company. Table <c>users</c>.</summary>
public sealed class UserRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    /// <summary>Stable id, as in <c>user:ID</c>.</summary>
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>owner, admin, marketer, manager, office or viewer.</summary>
    public string Role { get; set; } = "";

    /// <summary>The one person <c>owner</c> means.</summary>
    public bool IsPrimaryOwner { get; set; }

    /// <summary>The sign-in of this person; null: is written to, but cannot sign in.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>No longer works here; the row stays for what it is named in.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Kinds of notifications that go by email too, one bit each; null: the ones that wait for this person.</summary>
    public int? EmailedKinds { get; set; }
}
