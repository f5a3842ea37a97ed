using FlowBuilder.Core.Graph;
using FlowBuilder.Runtime.Sequences;

namespace FlowBuilder.Web.Designer;

/// <summary>Where one draft is stored.</summary>
public interface IDraftStore
{
    /// <summary>Stores the draft over the revision it was made from; null when the sequence is locked and stayed so.</summary>
    Task<SequenceAnswer?> SaveAsync(SequenceDocument document, int basedOn);

    /// <summary>The draft as it is stored; null when the sequence is gone.</summary>
    Task<SavedDraft?> ReadAsync();
}

/// <summary>A stored draft.</summary>
/// <param name="Document">What it is.</param>
/// <param name="Revision">Its number.</param>
/// <param name="By">Who stored it.</param>
public sealed record SavedDraft(SequenceDocument Document, int Revision, string? By);
