using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Editing;

/// <summary>
/// One edit of a drawing, as data. It answers with a new document or with the reason why not, and never changes the one it is given.
/// Undoing is the session's matter: it keeps the document from before. A command never runs another; what two have in common stands in
/// the <see cref="Draft"/> they both work on.
/// </summary>
public abstract record DesignCommand
{
    /// <summary>What it goes on with: commands of one gesture that follow each other with the same
    /// subject are one undo. Null: always an undo of its own.</summary>
    public virtual string? Subject => null;

    /// <summary>Does the edit. The same document and context answer the same, but for the ids of new nodes.</summary>
    public abstract DesignResult Do(SequenceDocument document, DesignContext c);
}
