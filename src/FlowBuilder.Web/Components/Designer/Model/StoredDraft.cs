using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Elements;
using FlowBuilder.Web.Components.Sequences.Protection;

namespace FlowBuilder.Web.Components.Designer.Model;

/// <summary>A draft in the company's database, behind its lock and the person's rights.</summary>
internal sealed class StoredDraft(
    ScreenSession session, SequenceGuard sequences, SequenceDrafts drafts, DraftReader reading, DesignPresence presence,
    SequenceId sequence) : IDraftStore
{
    public async Task<SequenceAnswer<SavedSequence>?> SaveAsync(SequenceDocument document, int basedOn)
    {
        if (await sequences.OpenAsync(Right.DesignSequences, sequence, document.Title) is not { } access) return null;
        var answer = await sequences.ActAsync(
            Right.DesignSequences, (_, key) => drafts.SaveAsync(access, document, basedOn, key, Uninterrupted.Token),
            SequenceGuard.ItsDrawing);
        if (answer is SequenceAnswer<SavedSequence>.Done) presence.Saved(access.Company, sequence);
        return answer;
    }

    public async Task<SavedDraft?> ReadAsync()
    {
        var caller = await session.EnterAsync(Right.SeeWork);
        return await reading.ReadAsync(caller.Company, sequence, Uninterrupted.Token);
    }

    public async Task<SavedDraft?> ReadNewerAsync(int than)
    {
        var caller = await session.EnterAsync(Right.SeeWork);
        return await reading.ReadNewerAsync(caller.Company, sequence, than, Uninterrupted.Token);
    }
}
