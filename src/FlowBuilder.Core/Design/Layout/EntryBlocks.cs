using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Design.Layout;

/// <summary>Arranges who enters: what flows into an AND or OR stands side by side above it.</summary>
internal sealed class EntryBlocks
{
    private EntryBlocks(Block?[] blocks, IReadOnlyList<int> roots) => (Blocks, Roots) = (blocks, roots);

    /// <summary>Of each entry node that flows into no other, itself with all above it.</summary>
    public Block?[] Blocks { get; }

    /// <summary>The entry nodes that flow into no other, in document order.</summary>
    public IReadOnlyList<int> Roots { get; }

    public static EntryBlocks Of(Node[] nodes, List<int>[] leads, LayoutOptions options)
    {
        var into = new int[nodes.Length];
        Array.Fill(into, -1);
        var above = new List<int>[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
            if (IsEntry(nodes[i]) && leads[i].FindIndex(to => to != i && nodes[to].Kind is NodeKind.And or NodeKind.Or) is >= 0 and var way) into[i] = leads[i][way];
        CutCircles(into);
        for (var i = 0; i < nodes.Length; i++)
            if (into[i] >= 0) (above[into[i]] ??= []).Add(i);
        var blocks = new Block?[nodes.Length];
        foreach (var node in BottomUp(nodes, above))
        {
            var own = Block.Of(node, options.NodeWidth, options.NodeHeight);
            blocks[node] = above[node] is { } inputs ? Block.Stack([Block.Row([.. inputs.Select(input => blocks[input]!)], options.ColumnGap, low: true), own], options.RowGap) : own;
        }

        return new EntryBlocks(blocks, [.. Enumerable.Range(0, nodes.Length).Where(i => IsEntry(nodes[i]) && into[i] < 0)]);
    }

    private static List<int> BottomUp(Node[] nodes, List<int>[] above)
    {
        var order = new List<int>();
        var waiting = above.Select(inputs => inputs?.Count ?? 0).ToArray();
        var ready = new Queue<int>(Enumerable.Range(0, nodes.Length).Where(i => IsEntry(nodes[i]) && waiting[i] == 0));
        var into = new Dictionary<int, int>();
        for (var i = 0; i < above.Length; i++)
            foreach (var input in above[i] ?? []) into[input] = i;
        while (ready.TryDequeue(out var node))
        {
            order.Add(node);
            if (into.TryGetValue(node, out var gate) && --waiting[gate] == 0) ready.Enqueue(gate);
        }

        return order;
    }

    private static void CutCircles(int[] into)
    {
        var seen = new int[into.Length];
        for (var start = 0; start < into.Length; start++)
        {
            var at = start;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = start + 1;
                at = into[at];
            }

            if (at >= 0 && seen[at] == start + 1) into[at] = -1;
        }
    }

    private static bool IsEntry(Node node) => node.Kind is NodeKind.Trigger or NodeKind.And or NodeKind.Or;
}
