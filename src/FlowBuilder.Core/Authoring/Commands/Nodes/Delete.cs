using System.Collections.Immutable;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Nodes;

/// <summary>Deletes nodes and edges.</summary>
/// <param name="Nodes">The nodes; their edges go with them.</param>
/// <param name="Edges">Edges besides.</param>
/// <param name="Bridge">Whether a node with one way in and one out leaves its neighbours connected, where they go together.</param>
public sealed record Delete(ImmutableArray<string> Nodes, ImmutableArray<Edge> Edges = default, bool Bridge = false) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        var gone = (Nodes.IsDefault ? [] : Nodes).Select(draft.Find).OfType<Node>().Distinct().ToArray();
        var ids = gone.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        var edges = (Edges.IsDefault ? [] : Edges).ToHashSet();
        edges.IntersectWith(document.Edges);
        draft.Disconnect(edges);
        var bridges = Bridge ? Bridges(draft, ids).ToArray() : [];
        draft.Remove(ids);
        foreach (var (from, port, to) in bridges)
            if (draft.At(from, port) is null && ConnectRules.Refusal(draft, from, port, to) is null) draft.Connect(from, port, to);
        foreach (var node in draft.Nodes.ToArray())
            if (StepCopies.Renamed(node, c.Steps.Catalog, id => ids.Contains(id) ? null : id) is var left && !ReferenceEquals(left, node))
                draft.Put(left);
        var what = gone.Length > 0 ? NodePhrases.Several(gone, c.Names) : edges.Count == 1 ? "a connection" : $"{edges.Count} connections";
        return new DesignResult.Done(draft.Document, $"Deleted {what}", []);
    }

    /// <summary>From each edge that leads into what goes, along what has one way in and one out, to the first node that stays.</summary>
    private static IEnumerable<(string From, string Port, string To)> Bridges(Draft draft, HashSet<string> gone)
    {
        var into = draft.Edges.ToLookup(edge => edge.To, StringComparer.Ordinal);
        var from = draft.Edges.ToLookup(edge => edge.From, StringComparer.Ordinal);
        foreach (var edge in draft.Edges.Where(edge => !gone.Contains(edge.From) && gone.Contains(edge.To)))
        {
            var at = edge.To;
            for (var passed =
                0; passed <= gone.Count && gone.Contains(at) && into[at].Take(2).Count() == 1 && from[at].Take(2).Count() == 1; passed++)
                at = from[at].First().To;
            if (!gone.Contains(at) && at != edge.From) yield return (edge.From, Ports.Of(edge), at);
        }
    }
}
