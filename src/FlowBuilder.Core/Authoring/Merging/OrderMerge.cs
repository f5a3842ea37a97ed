using System.Collections.Immutable;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Merging;

/// <summary>The order of the nodes, which decides which trigger and which Stop When comes first: what
/// one side put in another order counts; new nodes stand behind what they stood behind.</summary>
internal static class OrderMerge
{
    public static ImmutableArray<Node> Of(Merge merge, Dictionary<string, Node> nodes)
    {
        var (from, mine, theirs) = (Ids(merge.From), Ids(merge.Mine), Ids(merge.Theirs));
        var common = from.ToHashSet(StringComparer.Ordinal);
        common.IntersectWith(mine);
        common.IntersectWith(theirs);
        var (was, ours, others) = (Common(from), Common(mine), Common(theirs));
        if (!Merge.TryPick(was, ours, others, Enumerable.SequenceEqual, out var order))
            order = merge.Conflict(null, ours, others, $"{merge.Who} and you both changed the order of triggers and Stop Whens.");
        var lead = ReferenceEquals(order, others) && !ours.SequenceEqual(others)
            ? (First: theirs, Then: mine)
            : (First: mine, Then: theirs);
        var ids = new LinkedList<string>(lead.First.Where(nodes.ContainsKey));
        var places = new Dictionary<string, LinkedListNode<string>>(StringComparer.Ordinal);
        for (var place = ids.First; place is not null; place = place.Next) places.Add(place.Value, place);
        LinkedListNode<string>? before = null;
        foreach (var id in lead.Then.Where(nodes.ContainsKey))
        {
            if (!places.TryGetValue(id, out var place))
                places.Add(id, place = before is null ? ids.AddFirst(id) : ids.AddAfter(before, id));
            before = place;
        }

        var merged = ids.Select(id => nodes[id]).ToImmutableArray();
        return merged.SequenceEqual(merge.Mine.Nodes) ? merge.Mine.Nodes : merged;

        List<string> Common(List<string> order) => [.. order.Where(common.Contains)];
    }

    private static List<string> Ids(SequenceDocument document) => [.. document.Nodes.Select(node => node.Id)];
}
