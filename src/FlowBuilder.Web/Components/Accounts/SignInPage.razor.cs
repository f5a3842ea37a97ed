using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Accounts;
using FlowBuilder.Web.Auth.Accounts.Passkeys;
using FlowBuilder.Web.Auth.Accounts.SetUp;
using FlowBuilder.Web.Hosting.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Components.Accounts;

/// <summary>Email and password, or a passkey. What is wrong is never said so that it tells whether an account exists.</summary>
public partial class SignInPage
{
    private string? _fault;
    private bool _mustBeSetUp;

    [SupplyParameterFromForm(FormName = "sign-in")] private SignInForm Input { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "passkey", Name = "credential")] private string? Credential { get; set; }

    /// <summary>Where the person was going; only addresses of this site count.</summary>
    [SupplyParameterFromQuery(Name = "back")] private string? Back { get; set; }

    /// <summary>What has been done before, by its word.</summary>
    [SupplyParameterFromQuery(Name = "done")] private string? Done { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] public required SignInManager<AccountRow> SignIn { get; set; }

    [Inject] public required SetUpLink SetUp { get; set; }

    [Inject] public required Installation Installation { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    private bool PasskeysWork => PasskeySupport.IsPossible(Installation);

    private string? DoneWords => Done switch
    {
        "password" => "Your new password is set, and you are signed out everywhere. Sign in with it.",
        "email" => "Your new address is confirmed. Sign in with it from now on.",
        _ => null,
    };

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Input ??= new SignInForm();
        if (HttpMethods.IsGet(Http.Request.Method) && PersonClaims.AccountOf(Http.User) is not null) GoOn();
        else _mustBeSetUp = await SetUp.IsOpenAsync(Http.RequestAborted);
    }

    private async Task SignInAsync()
    {
        var answer = await SignIn.PasswordSignInAsync(
            (Input.Email ?? "").Trim(), Input.Password ?? "", Input.Remember, lockoutOnFailure: true);
        if (answer.Succeeded) GoOn();
        else if (answer.RequiresTwoFactor)
            Navigation.NavigateTo($"/sign-in/code?back={Uri.EscapeDataString(LocalAddress.Of(Back))}&remember={Input.Remember}");
        else
            _fault =
                "Email or password is wrong. Check both, or set a new password by email. After five wrong attempts, an account is locked "
                    + "for 15 minutes.";
    }

    private async Task SignInWithPasskeyAsync()
    {
        if (!string.IsNullOrEmpty(Credential)
            && (await PasskeyProof.TryAsync(() => SignIn.PasskeySignInAsync(Credential))) is { Succeeded: true })
            GoOn();
        else
            _fault =
                "This passkey does not belong to an account here. Sign in with your password, then add the passkey under “Your account”.";
    }

    private void GoOn() => Navigation.NavigateTo(LocalAddress.Of(Back), forceLoad: true);
}

/// <summary>What is typed to sign in.</summary>
public sealed class SignInForm
{
    public string Email { get; set; } = "";

    public string Password { get; set; } = "";

    public bool Remember { get; set; }
}
