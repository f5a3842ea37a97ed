using FlowBuilder.Application.Accounts;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Accounts;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Components.Accounts.SecondFactor;

/// <summary>Turns the second factor on and off. All of it needs the password: a browser left open
/// must not become a way in for good.</summary>
public partial class SecondFactorPage
{
    private const int CodesGiven = 10;

    private AccountRow _account = default!;
    private bool _isOn;
    private int _left;
    private string? _key;
    private QrPicture? _picture;
    private string? _fault;
    private IReadOnlyList<string>? _codes;

    [SupplyParameterFromForm(FormName = "factor-on")] private FactorOnForm Input { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "factor-off")] private FactorOffForm Password { get; set; } = default!;

    [Inject] public required YourAccount Yours { get; set; }

    [Inject] public required UserManager<AccountRow> Accounts { get; set; }

    [Inject] public required SignInManager<AccountRow> SignIn { get; set; }

    [Inject] public required Sessions Sessions { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        (Input, Password) = (Input ?? new FactorOnForm(), Password ?? new FactorOffForm());
        _account = await Yours.FindAsync();
        await LookAsync();
    }

    private async Task LookAsync()
    {
        _isOn = await Accounts.GetTwoFactorEnabledAsync(_account);
        if (_isOn)
        {
            _left = await Accounts.CountRecoveryCodesAsync(_account);
            return;
        }

        _key = await Accounts.GetAuthenticatorKeyAsync(_account);
        if (string.IsNullOrEmpty(_key))
        {
            await Accounts.ResetAuthenticatorKeyAsync(_account);
            _key = await Accounts.GetAuthenticatorKeyAsync(_account);
        }

        _picture = QrPicture.Of(QrPicture.Address(_account.Email!, _key!));
    }

    private async Task TurnOnAsync()
    {
        if (_isOn) return;
        _fault = await Yours.PasswordFaultAsync(_account, Input.Password);
        if (_fault is not null) return;
        if (!await Accounts.VerifyTwoFactorTokenAsync(
            _account, Accounts.Options.Tokens.AuthenticatorTokenProvider, FactorCode.Of(Input.Code)))
        {
            _fault =
                "This code is wrong. Enter the digits the app shows now; if it is still wrong, check that your phone's clock is right.";
            return;
        }

        await Accounts.SetTwoFactorEnabledAsync(_account, true);
        await SignIn.RefreshSignInAsync(_account);
        await GiveCodesAsync();
        await Yours.NoteAsync(_account, "account.two-factor-on", "turned two-factor sign-in on", "Two-factor sign-in was turned on.");
    }

    private async Task ChangeAsync()
    {
        if (!_isOn) return;
        _fault = await Yours.PasswordFaultAsync(_account, Password.Password);
        if (_fault is not null) return;
        if (Password.What == "codes")
        {
            await GiveCodesAsync();
            await Yours.NoteAsync(
                _account, "account.recovery-codes", "created new recovery codes", "New recovery codes were created for your sign-in.");
            return;
        }

        await Accounts.SetTwoFactorEnabledAsync(_account, false);
        await Accounts.ResetAuthenticatorKeyAsync(_account);
        await SignIn.RefreshSignInAsync(_account);
        // Other browsers say that a factor proved the person, and there is none any more: they sign in again.
        await Sessions.EndAllAsync(_account.Id, Yours.Session, Uninterrupted.Token);
        await Yours.NoteAsync(_account, "account.two-factor-off", "turned two-factor sign-in off", "Two-factor sign-in was turned off.");
        Navigation.NavigateTo("/account?done=factor-off");
    }

    private async Task GiveCodesAsync() => _codes = [.. await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(_account, CodesGiven) ?? []];
}

/// <summary>What is asked before the second factor is turned on.</summary>
public sealed class FactorOnForm
{
    public string Code { get; set; } = "";

    public string Password { get; set; } = "";
}

/// <summary>What is asked before the second factor is changed.</summary>
public sealed class FactorOffForm
{
    public string Password { get; set; } = "";

    /// <summary><c>codes</c> or <c>off</c>, after the button pressed.</summary>
    public string What { get; set; } = "";
}
