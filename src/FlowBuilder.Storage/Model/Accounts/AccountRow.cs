using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Storage.Model.Accounts;

/// <summary>
/// A person's sign-in to this installation: email, password, second factor. It belongs to no company; the <see cref="UserRow"/>s that
/// name it say at which companies the person works, and as what. Table <c>accounts</c>.
/// </summary>
public sealed class AccountRow : IdentityUser<Guid>
{
    /// <summary>Full name.</summary>
    public string Name { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The company worked for last; where the next sign-in leads.</summary>
    public int? LastCompanyId { get; set; }

    /// <summary>Known to everybody: came with the demo.</summary>
    public bool Demo { get; set; }
}
