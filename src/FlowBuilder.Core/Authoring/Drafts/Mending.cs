using System.Collections.Immutable;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Drafts;

/// <summary>Makes a document from elsewhere a legal draft: ids that can name a node, each once; no
/// edges that lead nowhere; no edge twice. What it means stays.</summary>
internal static class Mending
{
    /// <summary>The document as it can be worked on; the very same one when there is nothing to mend.</summary>
    public static SequenceDocument Of(SequenceDocument document, NodeIds ids)
    {
        document = document.Nodes.IsDefault || document.Edges.IsDefault
            ? document with
            {
                Nodes = document.Nodes.IsDefault ? [] : document.Nodes,
                Edges = document.Edges.IsDefault ? [] : document.Edges
            }
            : document;
        ids.Learn(document);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var nodes = document.Nodes;
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!nodes.All(node => NodeIds.IsGood(node.Id) && seen.Add(node.Id))) nodes = Renamed(nodes, ids, renamed);
        seen = [.. nodes.Select(node => node.Id)];
        var edges = document.Edges
            .Select(
                edge =>
                    edge with { From = renamed.GetValueOrDefault(edge.From, edge.From), To = renamed.GetValueOrDefault(edge.To, edge.To) })
            .Where(edge => seen.Contains(edge.From) && seen.Contains(edge.To)).Distinct().ToImmutableArray();
        if (nodes == document.Nodes && edges.SequenceEqual(document.Edges)) return document;
        return document with { Nodes = nodes, Edges = edges.SequenceEqual(document.Edges) ? document.Edges : edges };
    }

    // Of nodes with one id the first keeps it, and with it the edges.
    private static ImmutableArray<Node> Renamed(ImmutableArray<Node> nodes, NodeIds ids, Dictionary<string, string> renamed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. nodes.Select(node =>
            {
                var first = seen.Add(node.Id);
                if (first && NodeIds.IsGood(node.Id)) return node;
                var id = ids.Next(node.Kind);
                if (first) renamed[node.Id] = id;
                return node with { Id = id };
            }),
        ];
    }
}
