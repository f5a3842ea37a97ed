using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Keys;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Components.Elements;
using FlowBuilder.Web.Components.Sequences.Protection;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FlowBuilder.Web.Components.Settings.Keys;

/// <summary>The keys of the company: made, rotated, revoked.</summary>
public partial class ApiKeysPage
{
    private IReadOnlyList<ApiKey>? _keys;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    [Inject] public required ApiKeys Keys { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    [Inject] public required ISnackbar Snackbar { get; set; }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var caller = await EnterAsync(Right.ChangeKeys);
        _zone = Companies.Find(caller.Company)?.Zone ?? TimeZoneInfo.Utc;
        _keys = await Keys.ListAsync(caller.Company, Ended);
    }

    private async Task MakeAsync()
    {
        var parameters = new DialogParameters<NewKeyDialog> { { dialog => dialog.Make, wish => OneMoreAsync(wish) } };
        var dialog = await Dialogs.ShowAsync<NewKeyDialog>("A new API key", parameters, Medium(mayLeave: true));
        if (await dialog.Result is { Canceled: false, Data: KeyAnswer.Made made }) await ShowAsync(made);
        await ReadAsync();
    }

    private async Task<KeyAnswer> OneMoreAsync(KeyWish wish)
    {
        var caller = await EnterAsync(Right.ChangeKeys);
        return await Keys.MakeAsync(caller.Company, wish, caller.Actor, Uninterrupted.Token);
    }

    private async Task RotateAsync(ApiKey key)
    {
        var words =
            $"This creates a second key “{key.Name}” with the same rights and source. Use it in place of the old one, then revoke the old "
                + $"one.";
        if (await Dialogs.ShowMessageBoxAsync(
            $"Rotate “{key.Name}”?", words, yesText: "Create a second key", cancelText: "Cancel", options: SequenceGuard.Narrow)
            != true)
            return;
        var caller = await EnterAsync(Right.ChangeKeys);
        var answer = await Keys.RotateAsync(caller.Company, key.Id, caller.Actor, Uninterrupted.Token);
        if (answer is KeyAnswer.Made made) await ShowAsync(made);
        else Refuse(answer);
        await ReadAsync();
    }

    private async Task RevokeAsync(ApiKey key)
    {
        var used = key.LastUsedAt is { } at ? $"It was last used on {CompanyTime.Words(at, _zone)}." : "It was never used.";
        if (await Dialogs.ShowMessageBoxAsync(
            $"Revoke “{key.Name}” ({key.Prefix})?",
            $"Anything that still uses it will be refused from now on. {used} This cannot be undone.", yesText: "Revoke",
            cancelText: "Cancel", options: SequenceGuard.Narrow)
            != true)
            return;
        var caller = await EnterAsync(Right.ChangeKeys);
        var answer = await Keys.RevokeAsync(caller.Company, key.Id, caller.Actor, Uninterrupted.Token);
        if (answer is KeyAnswer.Revoked) Snackbar.Add($"“{key.Name}” was revoked.", Severity.Success);
        else Refuse(answer);
        await ReadAsync();
    }

    private async Task ShowAsync(KeyAnswer.Made made)
    {
        var dialog = await Dialogs.ShowAsync<KeyShownDialog>(
            $"The key “{made.Name}”", new DialogParameters<KeyShownDialog> { { one => one.Text, made.Text } }, Medium(mayLeave: false));
        await dialog.Result;
    }

    private void Refuse(KeyAnswer answer) =>
        Snackbar.Add(answer is KeyAnswer.Refused refused ? refused.Because : "This key no longer exists.", Severity.Error);

    private bool IsLive(ApiKey key) => key.IsLive(Clock.GetUtcNow());

    private string State(ApiKey key) => key.RevokedAt is not null ? "Revoked" : IsLive(key) ? "Live" : "Expired";

    private static DialogOptions Medium(bool mayLeave) =>
        new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = mayLeave, BackdropClick = mayLeave };
}
