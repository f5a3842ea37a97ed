namespace FlowBuilder.Application.Accounts;

/// <summary>The first company of an installation and its owner, as somebody typed them, without a fault.</summary>
/// <param name="Company">Its name.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Name">The owner's.</param>
/// <param name="Email">The owner's.</param>
/// <param name="Password">The owner's; strong.</param>
public sealed record NewCompany(string Company, string TimeZone, string Name, string Email, string Password)
{
    /// <summary>Never printed: it holds a password.</summary>
    public override string ToString() => nameof(NewCompany);
}
