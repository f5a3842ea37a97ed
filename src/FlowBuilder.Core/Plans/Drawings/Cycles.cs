namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>Finds what can be come by again (Tarjan's strongly connected components, with its own stack).</summary>
internal static class Cycles
{
    /// <summary>The nodes of each cycle (each component with more than one node, or with an edge to itself).</summary>
    /// <param name="count">Number of nodes.</param>
    /// <param name="next">Where a node leads, by index.</param>
    public static List<List<int>> Find(int count, Func<int, IReadOnlyList<int>> next)
    {
        var cycles = new List<List<int>>();
        var index = new int[count];
        var low = new int[count];
        var onPath = new bool[count];
        var path = new Stack<int>();
        var work = new Stack<(int Node, int Edge)>();
        var counter = 0;
        for (var start = 0; start < count; start++)
        {
            if (index[start] != 0) continue;
            work.Push((start, 0));
            while (work.TryPop(out var at))
            {
                var (node, edge) = at;
                if (edge == 0)
                {
                    index[node] = low[node] = ++counter;
                    path.Push(node);
                    onPath[node] = true;
                }

                var targets = next(node);
                if (edge > 0) low[node] = Math.Min(low[node], low[targets[edge - 1]]);
                while (edge < targets.Count && index[targets[edge]] != 0)
                {
                    if (onPath[targets[edge]]) low[node] = Math.Min(low[node], index[targets[edge]]);
                    edge++;
                }

                if (edge < targets.Count)
                {
                    work.Push((node, edge + 1));
                    work.Push((targets[edge], 0));
                    continue;
                }

                if (low[node] == index[node]) Take(node);
            }
        }

        return cycles;

        void Take(int root)
        {
            var members = new List<int>();
            int member;
            do
            {
                member = path.Pop();
                onPath[member] = false;
                members.Add(member);
            }
            while (member != root);
            if (members.Count == 1 && !next(root).Contains(root)) return;
            members.Sort();
            cycles.Add(members);
        }
    }
}
