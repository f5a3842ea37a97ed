namespace FlowBuilder.Core.Authoring.Comparing;

/// <summary>One thing that is different between two documents.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Node">The node it is about: of the newer document, or of the older one when it was
/// removed; null for the sequence itself.</param>
/// <param name="Sentence">What is different, for a marketer.</param>
public sealed record Difference(DifferenceKind Kind, string? Node, string Sentence);

/// <summary>The kinds of <see cref="Difference"/>.</summary>
public enum DifferenceKind
{
    /// <summary>A rule of the sequence: title, settings.</summary>
    Rule,
    Removed,
    Added,
    Changed,

    /// <summary>What follows what.</summary>
    Connection,
}
