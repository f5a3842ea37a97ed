using System.Collections.Immutable;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Design.Merging;

/// <summary>The order of the nodes, which decides which trigger and which Stop When comes first: what one side put in another order counts; new nodes stand behind what they stood behind.</summary>
internal static class OrderMerge
{
    public static ImmutableArray<Node> Of(Merge merge, Dictionary<string, Node> nodes)
    {
        var (from, mine, theirs) = (Ids(merge.From), Ids(merge.Mine), Ids(merge.Theirs));
        var common = from.Where(id => mine.Contains(id) && theirs.Contains(id)).ToHashSet(StringComparer.Ordinal);
        var (was, ours, others) = (Common(from), Common(mine), Common(theirs));
        if (!Merge.TryPick(was, ours, others, Enumerable.SequenceEqual, out var order)) order = merge.Conflict(null, ours, others, $"{merge.Who} and you both changed the order of triggers and Stop Whens.");
        var lead = ReferenceEquals(order, others) && !ours.SequenceEqual(others) ? (First: theirs, Then: mine) : (First: mine, Then: theirs);
        var ids = lead.First.Where(nodes.ContainsKey).ToList();
        var known = ids.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < lead.Then.Count; i++)
        {
            if (!nodes.ContainsKey(lead.Then[i]) || !known.Add(lead.Then[i])) continue;
            var before = i - 1;
            while (before >= 0 && !known.Contains(lead.Then[before])) before--;
            ids.Insert(before < 0 ? 0 : ids.IndexOf(lead.Then[before]) + 1, lead.Then[i]);
        }

        var merged = ids.Select(id => nodes[id]).ToImmutableArray();
        return merged.SequenceEqual(merge.Mine.Nodes) ? merge.Mine.Nodes : merged;

        List<string> Common(List<string> order) => [.. order.Where(common.Contains)];
    }

    private static List<string> Ids(SequenceDocument document) => [.. document.Nodes.Select(node => node.Id)];
}
