using FlowBuilder.Application.Accounts;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.AccountEmails;
using FlowBuilder.Web.Auth.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Components.Accounts.Profile;

/// <summary>Where the link to a new address leads. Looking changes nothing: mail programs open links on their own.</summary>
public partial class ConfirmEmailPage
{
    private AccountRow? _account;
    private string _token = "";

    [Parameter] public Guid Account { get; set; }

    [Parameter] public string Token { get; set; } = "";

    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] public required UserManager<AccountRow> Accounts { get; set; }

    [Inject] public required YourAccount Yours { get; set; }

    [Inject] public required AccountEmailQueue Post { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _token = UrlToken.Read(Token) ?? "";
        To = EmailAddress.Read(To);
        _account = await Accounts.FindByIdAsync(Account.ToString());
        if (To is null
            || _account is null
            || !await Accounts.VerifyUserTokenAsync(
                _account, Accounts.Options.Tokens.ChangeEmailTokenProvider, UserManager<AccountRow>.GetChangeEmailTokenPurpose(To), _token))
            Refuse();
    }

    private async Task ConfirmAsync()
    {
        if (_account is null) return;
        var before = _account.Email!;
        // The token dies with the change of the stamp, so the user name is set along with the address it belongs to.
        _account.UserName = To;
        if (!(await Accounts.ChangeEmailAsync(_account, To!, _token)).Succeeded)
        {
            Refuse();
            return;
        }

        await Yours.FollowAsync(_account, before);
        await Yours.NoteAsync(_account, "account.email", $"changed their address from {before} to {To}");
        Post.Drop(new AccountNote.Happened(_account.Id, before, $"Your sign-in has a new address: {To}."));
        Navigation.NavigateTo("/sign-in?done=email", forceLoad: true);
    }

    private void Refuse()
    {
        _account = null;
        Http.Response.StatusCode = StatusCodes.Status410Gone;
    }
}
