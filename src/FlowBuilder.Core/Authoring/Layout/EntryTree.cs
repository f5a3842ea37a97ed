using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Layout;

/// <summary>Who enters, as a drawing has it, also half-drawn: which trigger, AND or OR flows into which gate. Circles are cut.</summary>
internal sealed class EntryTree
{
    /// <param name="nodes">All nodes.</param>
    /// <param name="leads">Where each leads, by index.</param>
    public EntryTree(IReadOnlyList<Node> nodes, IReadOnlyList<int>[] leads)
    {
        Into = new int[nodes.Count];
        Above = new List<int>[nodes.Count];
        Array.Fill(Into, -1);
        for (var i = 0; i < nodes.Count; i++)
            if (IsEntry(nodes[i]))
                foreach (var to in leads[i].Reverse())
                    if (to != i && nodes[to].Kind is NodeKind.And or NodeKind.Or) Into[i] = to;
        CutCircles();
        for (var i = 0; i < nodes.Count; i++)
            if (Into[i] >= 0) (Above[Into[i]] ??= []).Add(i);
        var first = First(nodes);
        foreach (var inputs in Above) inputs?.Sort((one, other) => first[one].CompareTo(first[other]));
        Roots = [.. Enumerable.Range(0, nodes.Count).Where(i => IsEntry(nodes[i]) && Into[i] < 0).OrderBy(i => first[i])];
    }

    /// <summary>The gate each entry node flows into; -1 for none.</summary>
    public int[] Into { get; }

    /// <summary>What flows into each gate, in the order of the first trigger or OR above; null for nothing.</summary>
    public List<int>[] Above { get; }

    /// <summary>The entry nodes that flow into no other, in the order of their first trigger or OR, as the plan has its ways in.</summary>
    public IReadOnlyList<int> Roots { get; }

    public static bool IsEntry(Node node) => NodeKinds.Of(node.Kind).Part == NodePart.Entry;

    /// <summary>A root and all that flows into it, inputs before their gate, each with how many
    /// gates of several inputs stand behind it.</summary>
    public IEnumerable<(int Node, int Depth)> Of(int root)
    {
        var open = new Stack<(int Node, int Depth, bool InputsTold)>([(root, 0, false)]);
        while (open.TryPop(out var at))
        {
            if (at.InputsTold || Above[at.Node] is not { } inputs)
            {
                yield return (at.Node, at.Depth);
                continue;
            }

            open.Push(at with { InputsTold = true });
            for (var i = inputs.Count - 1; i >= 0; i--) open.Push((inputs[i], at.Depth + (inputs.Count > 1 ? 1 : 0), false));
        }
    }

    // Each node gives its place to all gates behind it: the lowest stays.
    private int[] First(IReadOnlyList<Node> nodes)
    {
        var first = new int[nodes.Count];
        Array.Fill(first, int.MaxValue);
        for (var i = 0; i < nodes.Count; i++)
            if (nodes[i].Kind != NodeKind.And)
                for (var at = i; at >= 0 && first[at] == int.MaxValue; at = Into[at]) first[at] = i;
        for (var i = 0; i < nodes.Count; i++)
            if (first[i] == int.MaxValue) first[i] = nodes.Count + i;
        return first;
    }

    private void CutCircles()
    {
        var seen = new int[Into.Length];
        for (var start = 0; start < Into.Length; start++)
        {
            var at = start;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = start + 1;
                at = Into[at];
            }

            if (at >= 0 && seen[at] == start + 1) Into[at] = -1;
        }
    }
}
