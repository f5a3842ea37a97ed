using FlowBuilder.Application.Accounts;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Accounts;
using FlowBuilder.Web.Auth.Accounts.Passkeys;
using FlowBuilder.Web.Hosting.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Components.Accounts.Passkeys;

/// <summary>One's passkeys: add, look, remove.</summary>
public partial class PasskeySection
{
    private IList<UserPasskeyInfo> _passkeys = [];
    private string? _fault;

    [Parameter, EditorRequired] public AccountRow Account { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "passkey-add", Name = "credential")] private string? Credential { get; set; }

    [SupplyParameterFromForm(FormName = "passkey-add", Name = "passkey-name")] private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "passkey-add", Name = "passkey-password")] private string? Password { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] public required Installation Installation { get; set; }

    [Inject] public required YourAccount Yours { get; set; }

    [Inject] public required UserManager<AccountRow> Accounts { get; set; }

    [Inject] public required SignInManager<AccountRow> SignIn { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    private string Suggested => DeviceName.Of(Http.Request.Headers.UserAgent.ToString());

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => _passkeys = await Accounts.GetPasskeysAsync(Account);

    private async Task AddAsync()
    {
        var name = TypedName.Read(Name, PasskeySupport.LongestName);
        if (name is null)
            _fault = $"Give the passkey a name, at most {PasskeySupport.LongestName} characters, so you can recognize it later.";
        else if (await Yours.PasswordFaultAsync(Account, Password) is { } wrong) _fault = wrong;
        else if (string.IsNullOrEmpty(Credential)
            || await PasskeyProof.TryAsync(() => SignIn.PerformPasskeyAttestationAsync(Credential)) is not { Succeeded: true } proof
            || proof.UserEntity.Id != Account.Id.ToString())
            _fault = "The device’s answer could not be read. Reload this page and try again.";
        else
        {
            proof.Passkey.Name = name;
            if (!(await Accounts.AddOrUpdatePasskeyAsync(Account, proof.Passkey)).Succeeded)
            {
                _fault = "The passkey could not be saved. It may belong to another account; use another device.";
                return;
            }

            await Yours.NoteAsync(
                Account, "account.passkey-add", $"added the passkey “{name}”", $"The passkey “{name}” was added to your sign-in.");
            Navigation.NavigateTo("/account?done=passkey");
        }
    }
}
