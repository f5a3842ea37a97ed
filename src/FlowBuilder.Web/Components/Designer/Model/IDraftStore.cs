using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Web.Components.Designer.Model;

/// <summary>Where one draft is stored.</summary>
public interface IDraftStore
{
    /// <summary>Stores the draft over the revision it was made from; null when the sequence is locked and stayed so.</summary>
    Task<SequenceAnswer<SavedSequence>?> SaveAsync(SequenceDocument document, int basedOn);

    /// <summary>The draft as it is stored; null when the sequence is gone.</summary>
    Task<SavedDraft?> ReadAsync();

    /// <summary>The draft if it is stored at a newer revision than this one; else null, and its
    /// text is not read. So one's own save is not read back.</summary>
    Task<SavedDraft?> ReadNewerAsync(int than);
}
