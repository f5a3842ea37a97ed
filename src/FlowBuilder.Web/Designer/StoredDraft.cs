using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Sequences;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Designer;

/// <summary>A draft in the company's database, behind its lock and the person's rights.</summary>
internal sealed class StoredDraft(Desk desk, SequenceDesk sequences, SequenceDrafts drafts, SequenceDocumentJson documents, DesignPresence presence, SequenceId sequence) : IDraftStore
{
    public async Task<SequenceAnswer?> SaveAsync(SequenceDocument document, int basedOn)
    {
        if (await sequences.OpenAsync(Right.DesignSequences, sequence, document.Title) is not { } access) return null;
        var answer = await sequences.ActAsync(Right.DesignSequences, (_, key) => drafts.SaveAsync(access, document, basedOn, key, CancellationToken.None), answer => answer as SequenceAnswer.Guarded, SequenceDesk.ItsDrawing);
        if (answer is SequenceAnswer.Saved) presence.Saved(access.Company, sequence);
        return answer;
    }

    public async Task<SavedDraft?> ReadAsync()
    {
        var caller = await desk.EnterAsync(Right.SeeWork);
        await using var context = desk.Open(caller);
        return await context.Sequences.AsNoTracking().Where(row => row.Id == sequence.Value).Select(row => new { row.Draft, row.DraftRevision, row.UpdatedBy }).FirstOrDefaultAsync() is { } row
            && documents.Read(row.Draft).Document is { } document
            ? new SavedDraft(document, row.DraftRevision, row.UpdatedBy)
            : null;
    }
}
