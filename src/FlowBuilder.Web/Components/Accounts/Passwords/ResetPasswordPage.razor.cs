using FlowBuilder.Application.Accounts;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Accounts;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Components.Accounts.Passwords;

/// <summary>Where the link of a forgotten password leads. An account that is not there and a link that is void look the same.</summary>
public partial class ResetPasswordPage
{
    private AccountRow? _account;
    private string _token = "";
    private string? _fault;
    private IList<UserPasskeyInfo> _passkeys = [];

    [Parameter] public Guid Account { get; set; }

    [Parameter] public string Token { get; set; } = "";

    [SupplyParameterFromForm(FormName = "reset")] private ResetForm Input { get; set; } = default!;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] public required UserManager<AccountRow> Accounts { get; set; }

    [Inject] public required YourAccount Yours { get; set; }

    [Inject] public required Sessions Sessions { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Input ??= new ResetForm();
        _token = UrlToken.Read(Token) ?? "";
        _account = await Accounts.FindByIdAsync(Account.ToString());
        if (_account is null
            || !await Accounts.VerifyUserTokenAsync(
                _account, Accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<AccountRow>.ResetPasswordTokenPurpose, _token))
            Refuse();
        else _passkeys = await Accounts.GetPasskeysAsync(_account);
    }

    private async Task SetAsync()
    {
        if (_account is null) return;
        _fault = StrongPasswords.Fault(Input.Password, [_account.Email, _account.Name]);
        if (_fault is not null) return;
        if (!(await Accounts.ResetPasswordAsync(_account, _token, Input.Password)).Succeeded)
        {
            Refuse();
            return;
        }

        // Whoever reads the mailbox is not the one who guessed.
        await Accounts.SetLockoutEndDateAsync(_account, null);
        await Accounts.ResetAccessFailedCountAsync(_account);
        await Sessions.EndAllAsync(_account.Id, null, Uninterrupted.Token);
        var removed = Input.RemovesPasskeys && _passkeys.Count > 0;
        if (removed)
            foreach (var passkey in _passkeys) await Accounts.RemovePasskeyAsync(_account, passkey.CredentialId);
        await Yours.NoteAsync(
            _account, "account.password-reset",
            $"set a new password by the emailed link{(removed ? ", removed all passkeys" : "")} and was signed out everywhere",
            $"A new password was set for your sign-in{(removed ? ", and all its passkeys were removed" : "")}.");
        Navigation.NavigateTo("/sign-in?done=password", forceLoad: true);
    }

    private void Refuse()
    {
        _account = null;
        Http.Response.StatusCode = StatusCodes.Status410Gone;
    }
}

/// <summary>The new password.</summary>
public sealed class ResetForm
{
    public string Password { get; set; } = "";

    /// <summary>Whether whoever has a passkey of the account is to lose it.</summary>
    public bool RemovesPasskeys { get; set; }
}
