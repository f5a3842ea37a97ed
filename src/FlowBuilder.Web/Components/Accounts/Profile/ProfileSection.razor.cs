using FlowBuilder.Application.Accounts;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.AccountEmails;
using FlowBuilder.Web.Auth.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Components.Accounts.Profile;

/// <summary>One's name, and the address one signs in with. A new address counts only when the link sent there is opened.</summary>
public partial class ProfileSection
{
    private string? _nameFault;
    private string? _emailFault;

    [Parameter, EditorRequired] public AccountRow Account { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "name")] private NameForm Input { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "address")] private AddressForm Address { get; set; } = default!;

    [Inject] public required YourAccount Yours { get; set; }

    [Inject] public required AccountEmailQueue Post { get; set; }

    [Inject] public required UserManager<AccountRow> Accounts { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized() =>
        (Input, Address) = (Input ?? new NameForm { Name = Account.Name }, Address ?? new AddressForm());

    private async Task RenameAsync()
    {
        if (TypedName.Read(Input.Name) is not { } name)
        {
            _nameFault = $"Enter your name, at most {TypedName.Longest} characters.";
            return;
        }

        if (name != Account.Name)
        {
            var before = Account.Name;
            Account.Name = name;
            await Accounts.UpdateAsync(Account);
            await Yours.FollowAsync(Account, Account.Email!);
            await Yours.NoteAsync(Account, "account.name", $"changed their name from “{before}” to “{name}”");
        }

        Navigation.NavigateTo("/account?done=name");
    }

    private async Task ChangeAddressAsync()
    {
        var email = EmailAddress.Read(Address.Email);
        _emailFault = email is null ? "That is not an email address. Write it like maria@example.com."
            : EmailAddress.Normal(email) == Account.NormalizedEmail ? "You already sign in with this address."
            : await Yours.PasswordFaultAsync(Account, Address.Password);
        if (_emailFault is not null) return;
        Post.Drop(new AccountNote.NewEmail(Account.Id, email!));
        Navigation.NavigateTo("/account?done=email");
    }
}

/// <summary>A name.</summary>
public sealed class NameForm
{
    public string Name { get; set; } = "";
}

/// <summary>A new address, and the password to show that it is the account's owner who asks.</summary>
public sealed class AddressForm
{
    public string Email { get; set; } = "";

    public string Password { get; set; } = "";
}
