using FlowBuilder.Runtime.Storage.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Accounts;

/// <summary>Email and password. What is wrong is never said so that it tells whether an account exists.</summary>
public partial class SignInPage
{
    private string? _fault;

    [SupplyParameterFromForm(FormName = "sign-in")] private SignInForm Input { get; set; } = default!;

    /// <summary>Where the person was going; only addresses of this site count.</summary>
    [SupplyParameterFromQuery(Name = "back")] private string? Back { get; set; }

    [Inject] private SignInManager<AccountRow> SignIn { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized() => Input ??= new SignInForm();

    private async Task SignInAsync()
    {
        var answer = await SignIn.PasswordSignInAsync(Input.Email.Trim(), Input.Password, Input.Remember, lockoutOnFailure: true);
        if (answer.Succeeded) Navigation.NavigateTo(LocalAddress.Of(Back), forceLoad: true);
        else if (answer.RequiresTwoFactor) Navigation.NavigateTo($"/sign-in/code?back={Uri.EscapeDataString(LocalAddress.Of(Back))}&remember={Input.Remember}");
        else _fault = answer.IsLockedOut
            ? "Too many attempts. For your safety nobody can sign in to this account for 15 minutes. Try again then, or set a new password by email."
            : "Email or password is wrong. Check both, or set a new password by email.";
    }
}

/// <summary>What is typed to sign in.</summary>
public sealed class SignInForm
{
    public string Email { get; set; } = "";

    public string Password { get; set; } = "";

    public bool Remember { get; set; }
}
