using FlowBuilder.Application.Live;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Elements;
using FlowBuilder.Web.Components.Sequences.Protection;
using MudBlazor;

namespace FlowBuilder.Web.Components.Sequences.List;

/// <summary>
/// What people do with several sequences at once. Each is opened as if it were the only one, so rights, plan and passwords count; one that
/// cannot be done is left as it is and named.
/// </summary>
public sealed class SequenceBulk(
    ScreenSession session, SequenceGuard sequences, SequenceDrafts drafts, SequenceLifecycle switching, DraftReader reading, LiveFeed feed,
    IDialogService dialogs)
{
    /// <summary>Somebody who saves at the same moment is let first; more than so often in a row is no coincidence.</summary>
    private const int MostTries = 3;

    /// <summary>Asks which labels, and puts them on.</summary>
    /// <returns>What was left and why; null when nothing was asked for.</returns>
    public async Task<IReadOnlyList<string>?> LabelAsync(IReadOnlyList<SequenceLine> chosen, IReadOnlyList<string> known)
    {
        await session.EnterAsync(Right.DesignSequences);
        var parameters = new DialogParameters<LabelsDialog> { { one => one.Chosen, chosen }, { one => one.Known, known } };
        var dialog = await dialogs.ShowAsync<LabelsDialog>(
            chosen is [var only] ? $"Labels of “{only.Name}”" : $"Labels of {chosen.Count} sequences", parameters, SequenceGuard.Narrow);
        if (await dialog.Result is not { Canceled: false, Data: LabelChange { IsEmpty: false } change }) return null;
        return await EachAsync(
            chosen, Right.DesignSequences, access => LabelAsync(access, change),
            done => $"{Sequences(done)} {(done == 1 ? "has its" : "have their")} new labels.");
    }

    /// <summary>Asks, and holds everybody inside.</summary>
    public async Task<IReadOnlyList<string>?> PauseAsync(IReadOnlyList<SequenceLine> chosen) =>
        await AskAsync(chosen, "Pause", $"No one will enter anymore, and {Inside(chosen)} held where they are.")
            ? await EachAsync(
                chosen, Right.PublishSequences, access => switching.PauseAsync(access, Uninterrupted.Token),
                done => $"{Sequences(done)} {(done == 1 ? "is" : "are")} paused.")
            : null;

    /// <summary>Asks, and lets nobody enter any more.</summary>
    public async Task<IReadOnlyList<string>?> ArchiveAsync(IReadOnlyList<SequenceLine> chosen) =>
        await AskAsync(chosen, "Archive", $"No one can enter anymore. The history stays; {Inside(chosen)} taken through to the end.")
            ? await EachAsync(
                chosen, Right.PublishSequences, access => switching.ArchiveAsync(access, Uninterrupted.Token),
                done => $"{Sequences(done)} {(done == 1 ? "is" : "are")} archived.")
            : null;

    private async Task<SequenceAnswer<SavedSequence>> LabelAsync(SequenceAccess access, LabelChange change)
    {
        SequenceAnswer<SavedSequence> answer = new SequenceRefusal.NotFound();
        for (var time = 0; time < MostTries && answer is not SequenceAnswer<SavedSequence>.Done; time++)
        {
            var caller = await session.EnterAsync(Right.DesignSequences);
            if (await reading.ReadAsync(
                caller.Company, access.Sequence, Uninterrupted.Token) is not { Document: var document, Revision: var revision })
                return new SequenceRefusal.NotFound();
            var before = document.Settings.Labels.IsDefault ? [] : document.Settings.Labels;
            var after = change.On(before);
            if (after.SequenceEqual(before)) return new SavedSequence(access.Sequence, revision);
            answer = await drafts.SaveAsync(
                access, document with { Settings = document.Settings with { Labels = [.. after] } }, revision, new SequenceKey.Password(),
                Uninterrupted.Token);
            if (answer is not SequenceAnswer<SavedSequence>.Refused { Why: SequenceRefusal.Stale }) break;
        }

        // Whoever has it open in the designer takes the labels in.
        if (answer is SequenceAnswer<SavedSequence>.Done) feed.Touch(LiveTopic.Draft(access.Company, access.Sequence));
        return answer;
    }

    private async Task<IReadOnlyList<string>> EachAsync<T>(
        IReadOnlyList<SequenceLine> chosen, Right right, Func<SequenceAccess, Task<SequenceAnswer<T>>> act, Func<int, string> done)
    {
        var left = new List<string>();
        foreach (var line in chosen)
        {
            if (await sequences.OpenAsync(right, line.Id, line.Name) is not { } access)
                left.Add($"“{line.Name}” was not changed: it is protected, or it is gone.");
            else if ((await act(access)).Match<string?>(_ => null, SequenceText.Refusal) is { } words) left.Add($"“{line.Name}”: {words}");
        }

        if (left.Count < chosen.Count) sequences.Say(done(chosen.Count - left.Count));
        return left;
    }

    private async Task<bool> AskAsync(IReadOnlyList<SequenceLine> chosen, string verb, string words)
    {
        await session.EnterAsync(Right.PublishSequences);
        return await dialogs.ShowMessageBoxAsync(
            $"{verb} {Sequences(chosen.Count)}?", words, yesText: verb, cancelText: "Cancel", options: SequenceGuard.Narrow)
            == true;
    }

    private static string Inside(IReadOnlyList<SequenceLine> chosen) =>
        chosen.Sum(line => line.Inside) is var inside && inside == 1
            ? "one customer inside is"
            : $"{SequenceText.Customers(inside)} inside are";

    private static string Sequences(int number) => $"{SequenceText.Number(number)} {(number == 1 ? "sequence" : "sequences")}";
}
