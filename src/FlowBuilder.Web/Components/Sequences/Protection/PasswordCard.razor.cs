using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FlowBuilder.Web.Components.Sequences.Protection;

/// <summary>Sets, changes, takes off and resets the password of a sequence, unlocks and locks it.</summary>
public partial class PasswordCard
{
    [Parameter, EditorRequired] public SequenceId Sequence { get; set; }

    /// <summary>Of the sequence.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>How it stands to who looks at it.</summary>
    [Parameter, EditorRequired] public SequenceStanding Standing { get; set; } = new(false, null);

    [Parameter] public bool MayChange { get; set; }

    [Parameter] public bool MayReset { get; set; }

    /// <summary>The company's clock.</summary>
    [Parameter, EditorRequired] public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] public required SequenceGuard Sequences { get; set; }

    [Inject] public required SequencePasswords Passwords { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    private async Task UnlockAsync()
    {
        await Sequences.AskAsync(Sequence, Title);
        await OnChanged.InvokeAsync();
    }

    private async Task RelockAsync()
    {
        await Sequences.RelockAsync(Sequence);
        await OnChanged.InvokeAsync();
    }

    private async Task SetAsync()
    {
        if (await Sequences.OpenAsync(Right.DesignSequences, Sequence, Title) is null) return;
        var parameters = new DialogParameters<NewPasswordDialog> { { one => one.Save, SaveAsync } };
        var dialog = await Dialogs.ShowAsync<NewPasswordDialog>($"A password for “{Title}”", parameters, SequenceGuard.Narrow);
        if (await dialog.Result is { Canceled: false })
            Sequences.Say("The password is set. Share it with those who need it; it is not shown anywhere.");
        await OnChanged.InvokeAsync();
    }

    /// <summary>The one who chose it need not type it once more.</summary>
    private async Task<string?> SaveAsync(string password)
    {
        if (await Sequences.OpenAsync(Right.DesignSequences, Sequence, Title) is not { } access)
            return "The sequence was locked in the meantime.";
        var answer = await Passwords.SetAsync(access, password, Uninterrupted.Token);
        if (answer.Match<string?>(_ => null, SequenceText.Refusal) is { } words) return words;
        await Sequences.UnlockAsync(Sequence, password);
        return null;
    }

    private async Task RemoveAsync()
    {
        if (await Sequences.OpenAsync(Right.DesignSequences, Sequence, Title) is null) return;
        if (await Dialogs.ShowMessageBoxAsync(
            "Remove the password?", $"Everyone who can design sequences will be able to change “{Title}”.", yesText: "Remove it",
            cancelText: "Cancel", options: SequenceGuard.Narrow)
            != true)
            return;
        if (await Sequences.OpenAsync(Right.DesignSequences, Sequence, Title) is not { } access) return;
        Tell(await Passwords.RemoveAsync(access, Uninterrupted.Token), "The password was removed.");
        await OnChanged.InvokeAsync();
    }

    private async Task ResetAsync()
    {
        if (await Dialogs.ShowMessageBoxAsync(
            "Reset the forgotten password?",
            $"“{Title}” will have no password, and the audit log will say that you removed it. Set a new one afterwards.", yesText: "Reset",
            cancelText: "Cancel", options: SequenceGuard.Narrow)
            != true)
            return;
        var caller = await EnterAsync(Right.ResetSequencePasswords);
        Tell(
            await Passwords.ResetAsync(caller.Company, Sequence, caller.Actor, Uninterrupted.Token),
            "The password was reset: there is none now.");
        await OnChanged.InvokeAsync();
    }

    private void Tell(SequenceAnswer<SequenceProtection> answer, string done)
    {
        if (answer.Match<string?>(_ => null, SequenceText.Refusal) is { } words) Sequences.Refuse(words);
        else Sequences.Say(done);
    }
}
