using FlowBuilder.Application.Accounts;
using FlowBuilder.Web.Auth.Accounts;
using FlowBuilder.Web.Components.Settings.Companies;

namespace FlowBuilder.Web.Components.Accounts.SetUp;

/// <summary>What is asked when an installation is set up.</summary>
public sealed class SetUpForm
{
    public string Company { get; set; } = "";

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "";

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The first thing that is wrong, and what to do; null when all can be taken.</summary>
    public string? Fault() =>
        TypedName.Read(Company) is null ? $"Enter the company’s name, at most {TypedName.Longest} characters."
        : !TimeZones.Has(TimeZone) ? "Choose the company’s time zone from the list."
        : TypedName.Read(Name) is null ? $"Enter your name, at most {TypedName.Longest} characters."
        : EmailAddress.Read(Email) is null ? "That is not an email address. Write it like maria@example.com."
        : StrongPasswords.Fault(Password, [Email, Name, Company]);
}
