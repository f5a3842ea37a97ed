using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.People.Invitations;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Components.Accounts.Invitations;

/// <summary>Where the link of an invitation leads. Looking never accepts: mail programs open links on their own.</summary>
public partial class InvitationPage
{
    private InvitationSeen _seen = new(InvitationState.Unknown);
    private AccountRow? _me;
    private string? _fault;

    [Parameter] public string Token { get; set; } = "";

    [SupplyParameterFromForm(FormName = "join")] private JoinForm Input { get; set; } = default!;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] public required InvitationAcceptance InvitationAcceptance { get; set; }

    [Inject] public required UserManager<AccountRow> Accounts { get; set; }

    [Inject] public required SignInManager<AccountRow> SignIn { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    private Role Role => RoleInfo.Read(_seen.Role);

    private bool IsMine => _me?.NormalizedEmail == EmailAddress.Normal(_seen.Email);

    /// <summary>The forms that are not there: of somebody who has loaded the page while it was another one.</summary>
    private IEnumerable<string> LateForms =>
        _seen.State != InvitationState.Open || (_me is not null && !IsMine)
            ? ["accept", "join"]
            : _me is not null
            ? ["join"]
            : _seen.HasAccount
            ? ["accept", "join"]
            : ["accept"];

    private (string Heading, string Words) Void => _seen.State switch
    {
        InvitationState.Expired =>
            ("This invitation has expired", $"It was valid for 7 days. Ask {_seen.InvitedBy} of {_seen.Company} to send it again."),
        InvitationState.Withdrawn =>
            ("This invitation was withdrawn", $"{_seen.Company} withdrew it. Ask {_seen.InvitedBy} if you think that was a mistake."),
        InvitationState.Used =>
            ("This invitation was already accepted", "It works only once. If you accepted it, sign in with your email and password."),
        InvitationState.Unknown
            or InvitationState.Open =>
            ("This invitation is not valid",
             "The address may be incomplete, or a newer email has replaced it. Use the link in the latest email you got."),
    };

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Input ??= new JoinForm();
        _me = await Accounts.GetUserAsync(Http.User);
        await LookAsync();
    }

    private async Task JoinAsync()
    {
        if (_seen.State != InvitationState.Open || _me is not null || _seen.HasAccount) return;
        var name = TypedName.Read(Input.Name);
        _fault = name is null
            ? $"Enter your name, at most {TypedName.Longest} characters."
            : StrongPasswords.Fault(Input.Password, [_seen.Email, name, _seen.Company]);
        if (_fault is not null) return;
        if (await InvitationAcceptance.AcceptAsNewAsync(Token, name!, Input.Password, Http.RequestAborted) is { } id
            && await Accounts.FindByIdAsync(id.ToString()) is { } account)
        {
            await SignIn.SignInAsync(account, isPersistent: false);
            Navigation.NavigateTo("/", forceLoad: true);
        }
        else
        {
            await LookAsync();
        }
    }

    private async Task AcceptAsync()
    {
        if (_me is not null && IsMine && await InvitationAcceptance.AcceptAsAsync(Token, _me.Id, Http.RequestAborted) is { } company)
        {
            _me.LastCompanyId = company.Value;
            await Accounts.UpdateAsync(_me);
            await SignIn.RefreshSignInAsync(_me);
            Navigation.NavigateTo("/", forceLoad: true);
        }
        else
        {
            await LookAsync();
        }
    }

    private async Task LookAsync()
    {
        _seen = await InvitationAcceptance.LookAsync(Token, Http.RequestAborted);
        if (_seen.State != InvitationState.Open) Http.Response.StatusCode = StatusCodes.Status410Gone;
    }
}

/// <summary>What a new person sets.</summary>
public sealed class JoinForm
{
    public string Name { get; set; } = "";

    public string Password { get; set; } = "";
}
