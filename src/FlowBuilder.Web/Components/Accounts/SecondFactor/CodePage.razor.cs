using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Components.Accounts.SecondFactor;

/// <summary>The second step of signing in: the password was right, a code is missing.</summary>
public partial class CodePage
{
    private string? _fault;

    [SupplyParameterFromForm(FormName = "code")] private CodeForm Input { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "back")] private string? Back { get; set; }

    /// <summary>Whether “stay signed in” was ticked in the first step, as text: whatever stands in an address may be anything.</summary>
    [SupplyParameterFromQuery(Name = "remember")] private string? Remember { get; set; }

    [Inject] public required SignInManager<AccountRow> SignIn { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Input ??= new CodeForm();
        if (await SignIn.GetTwoFactorAuthenticationUserAsync() is null)
            Navigation.NavigateTo($"/sign-in?back={Uri.EscapeDataString(LocalAddress.Of(Back))}");
    }

    private async Task SignInAsync()
    {
        var code = FactorCode.Of(Input.Code);
        var answer = FactorCode.IsFromApp(code)
            ? await SignIn.TwoFactorAuthenticatorSignInAsync(code, bool.TryParse(Remember, out var stays) && stays, Input.RememberBrowser)
            : await SignIn.TwoFactorRecoveryCodeSignInAsync(FactorCode.AsRecoveryCode(code));
        if (answer.Succeeded) Navigation.NavigateTo(LocalAddress.Of(Back), forceLoad: true);
        else _fault = answer.IsLockedOut
            ? "Too many wrong codes. For your safety, no one can sign in to this account for 15 minutes. Try again then."
            : "This code is wrong, or was used before. Wait for the next one in the app; a recovery code works once.";
    }
}

/// <summary>What is typed in the second step.</summary>
public sealed class CodeForm
{
    public string Code { get; set; } = "";

    public bool RememberBrowser { get; set; }
}
