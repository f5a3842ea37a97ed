using System.Collections.Immutable;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Merging;

/// <summary>What came of merging the work of two people.</summary>
/// <param name="Document">Both works in one; null while conflicts are not decided.</param>
/// <param name="Conflicts">Where both changed the same, in the order of the drawing; empty when nothing had to be decided.</param>
public sealed record MergeResult(SequenceDocument? Document, ImmutableArray<MergeConflict> Conflicts);

/// <summary>Something that both changed.</summary>
/// <param name="Node">The node it is about; null for the sequence itself.</param>
/// <param name="Sentence">Who did what, for a marketer: “Tom changed “wait 2 days” to “wait 3 days” while you deleted it.”</param>
public sealed record MergeConflict(string? Node, string Sentence);

/// <summary>Whose change counts.</summary>
public enum MergeSide
{
    Mine,
    Theirs,
}
