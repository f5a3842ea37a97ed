using System.Collections.Immutable;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Design.Merging;

/// <summary>Merges edges, port by port: what a port leads to is one thing.</summary>
internal static class EdgeMerge
{
    public static ImmutableArray<Edge> Of(Merge merge, Dictionary<string, Node> nodes)
    {
        var (from, mine, theirs) = (ByPort(merge.From), ByPort(merge.Mine), ByPort(merge.Theirs));
        var edges = new List<Edge>();
        foreach (var key in merge.Mine.Edges.Concat(merge.Theirs.Edges).Select(KeyOf).Distinct())
        {
            var (was, ours, others) = (from[key].ToArray(), mine[key].ToArray(), theirs[key].ToArray());
            if (merge.Kept.Count > 0 && was.Concat(ours).Concat(others).Any(edge => merge.Kept.Contains(edge.To) || merge.Kept.Contains(key.From)))
                Add(merge.IsMine ? ours : others);
            else if (Merge.TryPick(was, ours, others, Same, out var picked))
                Add(picked);
            else
                Add(merge.Conflict(key.From, ours, others, $"{merge.Who} and you both changed what follows {Quote(merge, key.From)}."));

            void Add(Edge[] leads)
            {
                foreach (var edge in leads)
                {
                    if (nodes.TryGetValue(key.From, out var node) && nodes.ContainsKey(edge.To) && StillHas(merge, node, key.Port)) edges.Add(edge);
                    else if (!was.Any(old => old.To == edge.To)) Lost(merge, nodes, edge);
                }
            }
        }

        return edges.SequenceEqual(merge.Mine.Edges) ? merge.Mine.Edges : [.. edges];
    }

    // A port that one side took away; a document from elsewhere may name ports that never were.
    private static bool StillHas(Merge merge, Node node, string port) =>
        Ports.Of(node).Contains(port) || !merge.From.Nodes.Concat(merge.Mine.Nodes).Concat(merge.Theirs.Nodes).Any(other => other.Id == node.Id && Ports.Of(other).Contains(port));

    // One drew a connection to or from what the other took away.
    private static void Lost(Merge merge, Dictionary<string, Node> nodes, Edge lost)
    {
        var gone = nodes.ContainsKey(lost.From) && !nodes.ContainsKey(lost.To) ? lost.To : lost.From;
        if (merge.Conflicts.Any(conflict => conflict.Node == gone)) return;
        var drawnByMe = merge.Mine.Edges.Contains(lost);
        var edge = $"connected {Quote(merge, lost.From)} with {Quote(merge, lost.To)}";
        var took = nodes.ContainsKey(gone) ? "took that way out away" : $"deleted {Quote(merge, gone)}";
        merge.Conflict(gone, 0, 0, drawnByMe ? $"{merge.Who} {took} while you {edge}." : $"{merge.Who} {edge} while you {took}.");
    }

    private static bool Same(Edge[] one, Edge[] other) => one.Select(edge => edge.To).SequenceEqual(other.Select(edge => edge.To));

    private static string Quote(Merge merge, string id) =>
        merge.From.Nodes.Concat(merge.Mine.Nodes).Concat(merge.Theirs.Nodes).FirstOrDefault(node => node.Id == id) is { } node ? Said.Quote(node, merge.Names) : "a step";

    private static ILookup<(string From, string Port), Edge> ByPort(SequenceDocument document) => document.Edges.ToLookup(KeyOf);

    private static (string From, string Port) KeyOf(Edge edge) => (edge.From, Ports.Of(edge));
}
