using System.Globalization;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.People;
using FlowBuilder.Application.People.Invitations;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Time;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Role = FlowBuilder.Core.Model.Access.Role;

namespace FlowBuilder.Web.Components.Settings.Users;

/// <summary>Who works at the company, and what they may do.</summary>
public partial class UsersPage
{
    private static readonly DialogOptions Narrow = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true };

    private IReadOnlyList<Colleague>? _all;
    private Caller? _caller;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string? _fault;
    private bool _requiresFactor;

    [Inject] public required ColleagueList List { get; set; }

    [Inject] public required PeopleChanges Changes { get; set; }

    [Inject] public required SignInHelp Help { get; set; }

    [Inject] public required AuthenticationStateProvider SignedIn { get; set; }

    [Inject] public required InvitationSending InvitationSending { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    [Inject] public required ISnackbar Snackbar { get; set; }

    private bool IAmOwner => RoleInfo.Read(_caller?.Person?.Role) == Role.Owner;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        _caller = await EnterAsync(Right.ChangePeople);
        var company = Companies.Find(_caller.Company);
        (_zone, _requiresFactor) = (company?.Zone ?? TimeZoneInfo.Utc, company?.RequiresSecondFactor == true);
        _all = await List.ReadAsync(_caller, Ended);
    }

    private Task InviteAsync() => InviteAsync(null);

    private async Task InviteAsync(Colleague? person)
    {
        var caller = await EnterAsync(Right.ChangePeople);
        var parameters = new DialogParameters<InviteDialog>
        {
            { dialog => dialog.Email, person?.Email ?? "" },
            { dialog => dialog.Role, person?.Role ?? Role.Marketer },
            { dialog => dialog.Roles, [.. PeopleRules.Givable(caller)] },
            { dialog => dialog.Invite, SendAsync }
        };
        var dialog = await Dialogs.ShowAsync<InviteDialog>(
            person is null ? "Invite someone" : $"Invite {person.Shown}", parameters, Narrow);
        await dialog.Result;
        await ReadAsync();
    }

    /// <summary>Answers the dialog with what is wrong; it stays open then.</summary>
    private async Task<string?> SendAsync(string email, Role role)
    {
        // The dialog stands outside the page, where a refusal would end the circuit.
        if (await FindCallerAsync() is not { } caller || !caller.May(Right.ChangePeople)) return "You can no longer invite people.";
        var answer = await InvitationSending.InviteAsync(caller, email, role, Uninterrupted.Token);
        if (answer.Refused is null) Tell(answer);
        return answer.Refused;
    }

    private async Task ResendAsync(Colleague one)
    {
        var answer = await InvitationSending.ResendAsync(await EnterAsync(Right.ChangePeople), one.Invitation!.Value, Uninterrupted.Token);
        _fault = answer.Refused;
        if (answer.Refused is null) Tell(answer);
        await ReadAsync();
    }

    private async Task WithdrawAsync(Colleague one)
    {
        if (!await SureAsync("Withdraw the invitation?", $"The link that was sent to {one.Email} will stop working.", "Withdraw")) return;
        await DoAsync(
            caller => InvitationSending.WithdrawAsync(caller, one.Invitation!.Value, Uninterrupted.Token), "The invitation was withdrawn.");
    }

    private async Task ChangeRoleAsync(Colleague one)
    {
        var caller = await EnterAsync(Right.ChangePeople);
        var parameters = new DialogParameters<RoleDialog>
        {
            { dialog => dialog.Role, one.Role },
            { dialog => dialog.Roles, [.. PeopleRules.Givable(caller)] }
        };
        var dialog = await Dialogs.ShowAsync<RoleDialog>($"Role of {one.Shown}", parameters, Narrow);
        if (await dialog.GetReturnValueAsync<Role?>() is not { } role) return;
        await DoAsync(
            now => Changes.ChangeRoleAsync(now, one.Person!, role, Uninterrupted.Token),
            $"{one.Shown} is now {RoleInfo.Of(role).WithArticle}.");
    }

    private async Task HandOverAsync(Colleague one)
    {
        if (!await SureAsync("Make primary owner?", $"What sequences send to “owner” will go to {one.Shown}.", "Make primary owner"))
            return;
        await DoAsync(caller => Changes.HandOverAsync(caller, one.Person!, Uninterrupted.Token), $"{one.Shown} is now the primary owner.");
    }

    private async Task RemoveAsync(Colleague one)
    {
        if (!await SureAsync(
            $"Remove {one.Shown}?",
            "They lose access to this company within seconds, and sequences no longer message them. What they did stays in the history. "
                + "You can restore them later.",
            "Remove"))
            return;
        await DoAsync(caller => Changes.RemoveAsync(caller, one.Person!, Uninterrupted.Token), $"{one.Shown} no longer works here.");
    }

    private async Task SignOutAsync(Colleague one)
    {
        if (!await SureAsync(
            $"Sign {one.Shown} out everywhere?", "They have to sign in again in every browser. Anything not saved there is lost.",
            "Sign out"))
            return;
        await DoAsync(caller => Help.SignOutAsync(caller, one.Person!, Uninterrupted.Token), $"{one.Shown} was signed out everywhere.");
    }

    private async Task ResetFactorAsync(Colleague one)
    {
        if (!await SureAsync(
            "Reset two-factor sign-in?",
            $"Do this when {one.Shown} has lost the phone and the recovery codes, and you are sure who is asking. Until it is set up "
                + $"again, the password alone is enough to sign in.",
            "Reset"))
            return;
        await DoAsync(
            caller => Help.ResetFactorAsync(caller, one.Person!, Uninterrupted.Token),
            $"{one.Shown} now signs in with the password alone.");
    }

    private async Task RequireFactorAsync(bool required)
    {
        if (required
            && !await SureAsync(
                "Require two-factor sign-in for everyone?",
                "Anyone without it is asked to set it up, even where they are already signed in.", "Require it"))
            return;
        var hasFactor = PersonClaims.HasFactor((await SignedIn.GetAuthenticationStateAsync()).User);
        await DoAsync(
            caller => Help.RequireFactorAsync(caller, required, hasFactor, Uninterrupted.Token),
            required ? "Two-factor sign-in is now required for everyone." : "Two-factor sign-in is now up to each person.");
    }

    private Task RestoreAsync(Colleague one) =>
        DoAsync(caller => Changes.RestoreAsync(caller, one.Person!, Uninterrupted.Token), $"{one.Shown} works here again.");

    private async Task DoAsync(Func<Caller, Task<string?>> change, string done)
    {
        _fault = await change(await EnterAsync(Right.ChangePeople));
        if (_fault is null) Snackbar.Add(done, Severity.Success);
        await ReadAsync();
    }

    private void Tell(InviteAnswer answer)
    {
        _fault = answer.NotSent is null
            ? null
            : $"The invitation for {answer.Email} was saved, but its email could not be sent: {answer.NotSent} Check the email settings, "
                + $"then resend it from the list.";
        if (answer.NotSent is null) Snackbar.Add($"An invitation is on its way to {answer.Email}.", Severity.Success);
    }

    private async Task<bool> SureAsync(string title, string words, string yes) =>
        await Dialogs.ShowMessageBoxAsync(title, words, yes, cancelText: "Cancel", options: Narrow) == true;

    private string Moment(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, _zone).ToString(ClockWords.Moment, CultureInfo.InvariantCulture);
}
