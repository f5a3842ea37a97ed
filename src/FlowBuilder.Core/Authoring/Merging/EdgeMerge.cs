using System.Collections.Immutable;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Merging;

/// <summary>Merges edges, port by port: what a port leads to is one thing.</summary>
internal static class EdgeMerge
{
    public static ImmutableArray<Edge> Of(Merge merge, Dictionary<string, Node> nodes)
    {
        TellLost(merge, merge.Mine, merge.Theirs, mine: true);
        TellLost(merge, merge.Theirs, merge.Mine, mine: false);
        var (from, mine, theirs) = (ByPort(merge.From), ByPort(merge.Mine), ByPort(merge.Theirs));
        var edges = new List<Edge>();
        foreach (var key in merge.Mine.Edges.Concat(merge.Theirs.Edges).Select(KeyOf).Distinct())
        {
            var (was, ours, others) = (from[key].ToArray(), mine[key].ToArray(), theirs[key].ToArray());
            if (!Merge.TryPick(was, ours, others, Same, out var picked))
                picked = merge.Conflict(key.From, ours, others, $"{merge.Who} and you both changed what follows {Quote(merge, key.From)}.");
            else if (merge.Kept.Count > 0
                && was.Concat(ours).Concat(others).Any(edge => merge.Kept.Contains(edge.To) || merge.Kept.Contains(key.From)))
                picked = merge.IsMine ? ours : others;
            edges.AddRange(picked.Where(edge => nodes.ContainsKey(edge.From) && nodes.ContainsKey(edge.To)));
        }

        return edges.SequenceEqual(merge.Mine.Edges) ? merge.Mine.Edges : [.. edges];
    }

    /// <summary>One drew a connection to or from what the other took away: a node, or a way out of it.</summary>
    private static void TellLost(Merge merge, SequenceDocument drawn, SequenceDocument other, bool mine)
    {
        var before = ById(merge.From);
        var left = ById(other);
        var known = merge.From.Edges.Select(edge => (edge.From, Ports.Of(edge), edge.To)).ToHashSet();
        foreach (var edge in drawn.Edges.Where(edge => !known.Contains((edge.From, Ports.Of(edge), edge.To))))
        {
            var gone = before.ContainsKey(edge.To) && !left.ContainsKey(edge.To) ? edge.To : edge.From;
            var isGone = before.ContainsKey(gone) && !left.ContainsKey(gone);
            var hadWay = before.TryGetValue(edge.From, out var was)
                && Ports.Of(was).Contains(Ports.Of(edge))
                && left.TryGetValue(edge.From, out var now)
                && !Ports.Of(now).Contains(Ports.Of(edge));
            if ((!isGone && !hadWay) || merge.IsTold(gone)) continue;
            var connected = $"connected {Quote(merge, edge.From)} with {Quote(merge, edge.To)}";
            var took = isGone ? $"deleted {Quote(merge, gone)}" : "removed that branch";
            merge.Conflict(gone, 0, 0, mine ? $"{merge.Who} {took} while you {connected}." : $"{merge.Who} {connected} while you {took}.");
        }
    }

    private static bool Same(Edge[] one, Edge[] other) => one.Select(edge => edge.To).SequenceEqual(other.Select(edge => edge.To));

    private static string Quote(Merge merge, string id) =>
        merge.Find(id) is { } node ? NodePhrases.Quote(node, merge.Names) : "a step";

    private static Dictionary<string, Node> ById(SequenceDocument document) =>
        document.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);

    private static ILookup<(string From, string Port), Edge> ByPort(SequenceDocument document) => document.Edges.ToLookup(KeyOf);

    private static (string From, string Port) KeyOf(Edge edge) => (edge.From, Ports.Of(edge));
}
