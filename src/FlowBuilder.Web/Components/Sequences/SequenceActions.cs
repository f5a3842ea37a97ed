using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Elements;
using FlowBuilder.Web.Components.Sequences.List;
using FlowBuilder.Web.Components.Sequences.Protection;
using FlowBuilder.Web.Components.Sequences.Templates;
using Microsoft.JSInterop;
using MudBlazor;

namespace FlowBuilder.Web.Components.Sequences;

/// <summary>What people do with a sequence from the list and from its page: asks where asking is
/// due, does it, says what came of it.</summary>
public sealed class SequenceActions(
    ScreenSession session, SequenceGuard sequences, SequenceDrafts drafts, SequenceCopies copies, PublishSequence publishing,
    SequenceLifecycle switching, SequenceDocumentJson documents, SaveTemplate templates, TemplateQueries written, IDialogService dialogs,
    IJSRuntime browser)
{
    /// <summary>Title of a sequence nobody has named yet.</summary>
    public const string NewTitle = "New sequence";

    private const int ShownFaults = 3;

    /// <summary>Makes an empty draft.</summary>
    public async Task<SequenceId?> CreateAsync()
    {
        var caller = await session.EnterAsync(Right.DesignSequences);
        return Made(
            await drafts.CreateReadyMadeAsync(
                caller.Company, new SequenceDocument { Title = NewTitle }, caller.Actor, Uninterrupted.Token));
    }

    /// <summary>Makes a draft from a ready-made sequence, with the messages it sends where the company has none of their names.</summary>
    public async Task<SequenceId?> CreateFromAsync(SequenceTemplate template)
    {
        var caller = await session.EnterAsync(Right.DesignSequences);
        var known = await written.KnownAsync(caller.Company, [.. template.Messages.Select(message => message.Key)], Uninterrupted.Token);
        foreach (var message in template.Messages.Where(message => !known.Contains(message.Key)))
            await templates.SaveAsync(caller.Company, new TemplateVersion
            {
                Company = caller.Company, Key = message.Key, Revision = 0, Name = message.Name, Channel = message.Channel,
                Purpose = message.Purpose, Subject = message.Subject, Html = message.Html, Text = message.Text,
            }, 0, new SequenceKey.Password(), caller.Actor, Uninterrupted.Token);

        return Made(await drafts.CreateReadyMadeAsync(caller.Company, template.Document, caller.Actor, Uninterrupted.Token));
    }

    /// <summary>Makes a draft from a document.</summary>
    /// <returns>The new sequence, or what is wrong with the document.</returns>
    public async Task<(SequenceId? Made, string? Fault)> ImportAsync(ReadOnlyMemory<byte> file)
    {
        await session.EnterAsync(Right.DesignSequences);
        var reading = documents.Read(file);
        if (reading.Document is { } document)
            return (Made(
                await sequences.ActAsync(
                    Right.DesignSequences,
                    (caller, key) => drafts.CreateAsync(caller.Company, document, key, caller.Actor, Uninterrupted.Token),
                    SequenceGuard.ItsDrawing)), null);
        var faults = reading.Errors
            .Take(ShownFaults)
            .Select(error => $"{(error.Field.Length == 0 ? "The file" : error.Field)} {error.Message}");
        return (null, $"This is not a sequence exported from FlowBuilder. {string.Join(" ", faults)}");
    }

    public async Task ExportAsync(SequenceId sequence, string title)
    {
        if (await sequences.OpenAsync(Right.SeeWork, sequence, title, SequenceUse.TakeAway) is not { } access) return;
        if (Done(await copies.ExportAsync(access, Uninterrupted.Token)) is { } exported)
            await browser.InvokeVoidAsync("flowbuilder.download", FileName(exported.Title), "application/json", exported.Document);
    }

    public async Task<SequenceId?> CopyAsync(SequenceId sequence, string title) =>
        await sequences.OpenAsync(Right.DesignSequences, sequence, title) is { } access
            ? Made(await copies.CopyAsync(access, Uninterrupted.Token))
            : null;

    public Task<bool> PauseAsync(SequenceId sequence, string title) =>
        SwitchAsync(
            sequence, title, access => switching.PauseAsync(access, Uninterrupted.Token),
            $"“{title}” is paused. Everyone inside is held where they are.");

    public async Task<bool> ArchiveAsync(SequenceId sequence, string title, int inside)
    {
        var words = inside == 0
            ? "No one can enter it anymore. Its history stays."
            : $"No one can enter it anymore. {SequenceText.Customers(inside)} inside will continue to the end; the history stays.";
        return await dialogs.ShowMessageBoxAsync(
            $"Archive “{title}”?", words, yesText: "Archive", cancelText: "Cancel", options: SequenceGuard.Narrow)
            == true
            && await SwitchAsync(sequence, title, access => switching.ArchiveAsync(access, Uninterrupted.Token), $"“{title}” is archived.");
    }

    public async Task<bool> ResumeAsync(SequenceId sequence, string title)
    {
        var parameters = new DialogParameters<PastDueDialog>
        {
            { dialog => dialog.Words, "Customers can enter again, and everyone inside continues." },
            { dialog => dialog.Go, "Resume" }
        };
        var dialog = await dialogs.ShowAsync<PastDueDialog>($"Resume “{title}”?", parameters, SequenceGuard.Narrow);
        return await dialog.Result is { Canceled: false, Data: LatePolicy pastDue }
            && await SwitchAsync(
                sequence, title, access => switching.ResumeAsync(access, pastDue, Uninterrupted.Token), $"“{title}” is live again.");
    }

    /// <summary>Publishes; asks first when many would enter at once.</summary>
    public async Task<bool> PublishAsync(SequenceId sequence, string title)
    {
        if (await sequences.OpenAsync(Right.PublishSequences, sequence, title) is not { } access) return false;
        var answer = await publishing.PublishAsync(access, null, Uninterrupted.Token);
        if (answer is PublishAnswer.Asks asks)
        {
            var sure = await dialogs.ShowMessageBoxAsync(
                $"Let {SequenceText.Customers(asks.Customers)} enter at once?",
                $"“{title}” starts at one moment for everyone. Publish it only if that is what you want.", yesText: "Publish",
                cancelText: "Cancel", options: SequenceGuard.Narrow);
            if (sure != true || await sequences.OpenAsync(Right.PublishSequences, sequence, title) is not { } again) return false;
            answer = await publishing.PublishAsync(again, asks.Customers, Uninterrupted.Token);
        }

        var refusal = answer.Match<string?>(
            _ => null, SequenceText.Refusal,
            asked => $"{SequenceText.Customers(asked.Customers)} would enter at once by now. Publish again to see the question again.",
            SequenceText.Refusal);
        if (refusal is null) sequences.Say($"Version {((PublishAnswer.Published)answer).Number} of “{title}” is published.");
        else sequences.Refuse(refusal);
        return refusal is null;
    }

    public async Task<bool> DeleteAsync(SequenceId sequence, string title)
    {
        if (await dialogs.ShowMessageBoxAsync(
            $"Delete “{title}”?", "The draft will be gone for good. It was never published, so no one is inside.", yesText: "Delete",
            cancelText: "Cancel", options: SequenceGuard.Narrow)
            != true)
            return false;
        if (await sequences.OpenAsync(Right.DesignSequences, sequence, title) is not { } access) return false;
        if (Done(await drafts.DeleteAsync(access, Uninterrupted.Token)) is null) return false;
        sequences.Say($"“{title}” is deleted.");
        return true;
    }

    private async Task<bool> SwitchAsync(
        SequenceId sequence, string title, Func<SequenceAccess, Task<SequenceAnswer<SequenceState>>> act, string done)
    {
        if (await sequences.OpenAsync(Right.PublishSequences, sequence, title) is not { } access) return false;
        return (await act(access)).Match(
            _ =>
            {
                sequences.Say(done);
                return true;
            },
            refusal =>
            {
                sequences.Refuse(refusal);
                return false;
            });
    }

    private SequenceId? Made(SequenceAnswer<SavedSequence> answer) => Done(answer)?.Sequence;

    /// <summary>What came of it; null when it was refused, which the person has been told then.</summary>
    private T? Done<T>(SequenceAnswer<T> answer)
        where T : class => answer.Match<T?>(done => done, refusal =>
        {
            sequences.Refuse(refusal);
            return null;
        });

    private static string FileName(string title)
    {
        var letters = string.Concat(title.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-')).Trim('-');
        return $"{(letters.Length == 0 ? "sequence" : letters[..Math.Min(letters.Length, 60)])}.sequence.json";
    }
}
