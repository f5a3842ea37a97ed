using System.Collections.Immutable;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Core.Graph;

/// <summary>The drawing of a sequence as data, as in contract.md section 3: what is saved as a
/// draft, exported and compiled. May be half-drawn.</summary>
public sealed record SequenceDocument
{
    /// <summary>The <c>format</c> member of every document.</summary>
    public const string Format = "flowbuilder.sequence/1";

    /// <summary>Sequence Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Sequence Description.</summary>
    public string Description { get; init; } = "";

    public SequenceSettings Settings { get; init; } = new();

    public ImmutableArray<Node> Nodes { get; init; } = [];

    public ImmutableArray<Edge> Edges { get; init; } = [];

    /// <summary>Only in exports: id to title, email or template key of what the steps name, so that another company can match it.</summary>
    public ImmutableSortedDictionary<string, string> References { get; init; } = None;

    /// <summary>Whether another drawing says the same and only stands elsewhere on the canvas:
    /// whatever is compiled from one is right for the other.</summary>
    public bool IsSameButForPlaces(SequenceDocument other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other)) return true;
        if (Nodes.Length != other.Nodes.Length) return false;
        for (var i = 0; i < Nodes.Length; i++)
            if (Nodes[i] != other.Nodes[i] && Nodes[i] with { At = default } != other.Nodes[i] with { At = default }) return false;
        return this with { Nodes = [], Edges = [] } == other with { Nodes = [], Edges = [] } && Edges.SequenceEqual(other.Edges);
    }

    /// <summary>No references.</summary>
    internal static ImmutableSortedDictionary<string, string> None { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
