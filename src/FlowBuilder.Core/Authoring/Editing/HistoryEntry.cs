using System.Collections.Immutable;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Editing;

/// <summary>One edit that can be undone or done again.</summary>
/// <param name="Title">What was done: “Moved 3 steps”.</param>
/// <param name="Before">The document from before. Documents share what an edit leaves alone, so keeping many costs little.</param>
/// <param name="After">The document from after.</param>
/// <param name="Nodes">The nodes it was about.</param>
public sealed record HistoryEntry(string Title, SequenceDocument Before, SequenceDocument After, ImmutableArray<string> Nodes)
{
    /// <summary>The gesture and subject it belongs to; an edit of the same ones that follows directly becomes part of it.</summary>
    internal (string Gesture, string Subject)? GoesOn { get; init; }

    /// <summary>How many node and edge references it keeps that its other side does not.</summary>
    internal int Weight => Kept(Before, After) + Kept(After, Before);

    private static int Kept(SequenceDocument one, SequenceDocument other) =>
        (one.Nodes == other.Nodes ? 0 : one.Nodes.Length) + (one.Edges == other.Edges ? 0 : one.Edges.Length);
}
