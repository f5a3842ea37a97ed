namespace FlowBuilder.Core.Authoring.Layout;

/// <summary>
/// Which node all ways to another lead through: its immediate dominator (Cooper, Harvey and Kennedy, “A Simple, Fast Dominance
/// Algorithm”). Edges that lead back are left out, so one pass in order is enough. Works with its own stack.
/// </summary>
internal sealed class Dominance
{
    private readonly List<int>[] _from;
    private readonly int[] _rank;

    /// <param name="roots">Where ways begin, from left to right; what none of them leads to begins ways of its own.</param>
    /// <param name="to">Where each node leads, from left to right.</param>
    public Dominance(IReadOnlyList<int> roots, IReadOnlyList<int>[] to)
    {
        Top = to.Length;
        _from = new List<int>[to.Length];
        _rank = new int[to.Length + 1];
        Parent = new int[to.Length + 1];
        Order = Walk(roots, to);
        _rank[Top] = -1;
        for (var i = 0; i < Order.Count; i++) _rank[Order[i]] = i;
        Array.Fill(Parent, -1);
        Parent[Top] = Top;
        foreach (var node in Order)
        {
            var found = -1;
            foreach (var from in From(node)) found = found < 0 ? from : Common(found, from);
            Parent[node] = found < 0 ? Top : found;
        }
    }

    /// <summary>What stands above everything.</summary>
    public int Top { get; }

    /// <summary>Each node behind all that lead to it, left before right.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>The immediate dominator of each node.</summary>
    public int[] Parent { get; }

    /// <summary>What leads to a node, without edges that lead back; <see cref="Top"/> for where ways begin.</summary>
    public IReadOnlyList<int> From(int node) => _from[node] ?? (IReadOnlyList<int>)[];

    private int Common(int one, int other)
    {
        while (one != other)
        {
            while (_rank[one] > _rank[other]) one = Parent[one];
            while (_rank[other] > _rank[one]) other = Parent[other];
        }

        return one;
    }

    private List<int> Walk(IReadOnlyList<int> roots, IReadOnlyList<int>[] to)
    {
        var order = new List<int>();
        var seen = new bool[to.Length];
        var onPath = new bool[to.Length];
        var path = new Stack<(int Node, int Left)>();
        var isLedTo = to.SelectMany(leads => leads).ToHashSet();
        isLedTo.UnionWith(roots);
        // From right to left, turned round at the end: left comes before right.
        for (var node = to.Length - 1; node >= 0; node--)
            if (!isLedTo.Contains(node)) Begin(node);
        for (var i = roots.Count - 1; i >= 0; i--) Begin(roots[i]);
        for (var node = to.Length - 1; node >= 0; node--) Begin(node);
        order.Reverse();
        return order;

        void Begin(int root)
        {
            if (seen[root]) return;
            (_from[root] ??= []).Add(Top);
            Enter(root);
            while (path.TryPop(out var at))
            {
                if (at.Left == 0)
                {
                    onPath[at.Node] = false;
                    order.Add(at.Node);
                    continue;
                }

                path.Push((at.Node, at.Left - 1));
                var next = to[at.Node][at.Left - 1];
                if (onPath[next]) continue;
                (_from[next] ??= []).Add(at.Node);
                if (!seen[next]) Enter(next);
            }
        }

        void Enter(int node)
        {
            seen[node] = onPath[node] = true;
            path.Push((node, to[node].Count));
        }
    }
}
