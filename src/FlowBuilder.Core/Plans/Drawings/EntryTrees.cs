using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>The entry part of a drawing: triggers, ANDs and ORs, which form trees because one edge leaves each output.</summary>
internal sealed class EntryTrees
{
    /// <summary>So many entry nodes may stand one behind the other.</summary>
    public const int MaxDepth = 100;

    private EntryTrees(IReadOnlyList<int> bottomUp, IReadOnlyList<int> roots, IReadOnlyList<int> inCycle, int[] depth, int[] first) =>
        (BottomUp, Roots, InCycle, Depth, First) = (bottomUp, roots, inCycle, depth, first);

    /// <summary>All entry nodes that are in no cycle, inputs before what they flow into.</summary>
    public IReadOnlyList<int> BottomUp { get; }

    /// <summary>Those that lead to a step or nowhere and that somebody can enter by, in document
    /// order of their first trigger or OR.</summary>
    public IReadOnlyList<int> Roots { get; }

    /// <summary>Entry nodes that lead back into themselves, or wait for one that does.</summary>
    public IReadOnlyList<int> InCycle { get; }

    /// <summary>Nodes on the longest way from a trigger to here, this one included.</summary>
    public int[] Depth { get; }

    /// <summary>The first trigger or OR, by document order, of the tree below a node.</summary>
    public int[] First { get; }

    public static EntryTrees Of(Drawing drawing)
    {
        var count = drawing.Nodes.Length;
        var depth = new int[count];
        var first = new int[count];
        var waiting = new int[count];
        var ready = new Queue<int>();
        var bottomUp = new List<int>();
        foreach (var i in drawing.Of(NodeKind.Trigger, NodeKind.And, NodeKind.Or))
        {
            waiting[i] = drawing.In(i).Count;
            depth[i] = 1;
            first[i] = drawing.Nodes[i].Kind == NodeKind.And ? int.MaxValue : i;
            if (waiting[i] == 0) ready.Enqueue(i);
        }

        while (ready.TryDequeue(out var next))
        {
            bottomUp.Add(next);
            foreach (var link in drawing.Out(next))
            {
                if (!IsEntry(drawing.Nodes[link.To])) continue;
                depth[link.To] = Math.Max(depth[link.To], depth[next] + 1);
                first[link.To] = Math.Min(first[link.To], first[next]);
                if (--waiting[link.To] == 0) ready.Enqueue(link.To);
            }
        }

        var inCycle = drawing.Of(NodeKind.And, NodeKind.Or).Where(i => waiting[i] > 0).ToArray();
        var roots = bottomUp.Where(i => drawing.Reached[i] && !drawing.Out(i).Any(link => IsEntry(drawing.Nodes[link.To])))
            .OrderBy(i => first[i]).ToArray();
        return new EntryTrees(bottomUp, roots, inCycle, depth, first);
    }

    private static bool IsEntry(Node node) => NodeKinds.Of(node.Kind).Part == NodePart.Entry;
}
