using FlowBuilder.Application.Accounts;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Accounts;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Components.Accounts.Profile;

/// <summary>A new password against the old one. All other browsers are signed out.</summary>
public partial class PasswordSection
{
    private string? _fault;

    [Parameter, EditorRequired] public AccountRow Account { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "password")] private PasswordForm Input { get; set; } = default!;

    [Inject] public required YourAccount Yours { get; set; }

    [Inject] public required Sessions Sessions { get; set; }

    [Inject] public required UserManager<AccountRow> Accounts { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized() => Input ??= new PasswordForm();

    private async Task ChangeAsync()
    {
        _fault = StrongPasswords.Fault(Input.New, [Account.Email, Account.Name]) ?? await Yours.PasswordFaultAsync(Account, Input.Old);
        if (_fault is not null) return;
        var answer = await Accounts.ChangePasswordAsync(Account, Input.Old, Input.New);
        if (!answer.Succeeded)
        {
            _fault = "The password could not be changed. Reload the page and try again.";
            return;
        }

        await Sessions.EndAllAsync(Account.Id, Yours.Session, Uninterrupted.Token);
        await Yours.NoteAsync(
            Account, "account.password", "changed their password and was signed out everywhere else", "Your password was changed.");
        Navigation.NavigateTo("/account?done=password");
    }
}

/// <summary>The old and the new password.</summary>
public sealed class PasswordForm
{
    public string Old { get; set; } = "";

    public string New { get; set; } = "";
}
