namespace FlowBuilder.Core.Authoring.Layout;

/// <summary>
/// Arranges what flows downward: a node on top, its ways side by side below it, and where ways meet again, what follows below all of
/// them. Every part is a rectangle of its own, so nothing overlaps however nodes are connected.
/// </summary>
internal sealed class FlowBlocks
{
    private readonly LayoutOptions _options;
    private readonly IReadOnlyList<int> _roots;
    private readonly IReadOnlyList<int>[] _to;
    private readonly Dominance _dominance;
    private readonly Block[] _blocks;
    private readonly List<int>[] _below;

    private FlowBlocks(IReadOnlyList<int> roots, IReadOnlyList<int>[] to, LayoutOptions options)
    {
        (_roots, _to, _options) = (roots, to, options);
        _dominance = new Dominance(roots, to);
        _blocks = new Block[to.Length];
        _below = new List<int>[to.Length + 1];
        foreach (var node in _dominance.Order) (_below[_dominance.Parent[node]] ??= []).Add(node);
    }

    /// <summary>The whole arranged in one block.</summary>
    /// <param name="roots">Where ways begin, from left to right.</param>
    /// <param name="to">Where each node leads, from left to right.</param>
    /// <param name="tops">How each node itself is drawn.</param>
    /// <param name="options">Sizes and gaps.</param>
    public static Block Of(IReadOnlyList<int> roots, IReadOnlyList<int>[] to, IReadOnlyList<Block> tops, LayoutOptions options)
    {
        var flow = new FlowBlocks(roots, to, options);
        for (var i = flow._dominance.Order.Count - 1; i >= 0; i--)
        {
            var node = flow._dominance.Order[i];
            flow._blocks[node] = Block.Stack([tops[node], Block.Row(flow.Groups(node), options.ColumnGap)], options.RowGap);
        }

        return Block.Row(flow.Groups(flow._dominance.Top), options.ColumnGap);
    }

    /// <summary>What stands below a node: ways that meet again are one group, with what follows under them.</summary>
    private List<Block> Groups(int node)
    {
        var below = _below[node] ?? [];
        if (below.Count == 0) return [];
        var order = below.Index().ToDictionary(one => one.Item, one => one.Index);
        var joins = below.Where(one => _dominance.From(one).Any(from => from != node)).ToHashSet();
        var group = below.ToDictionary(one => one, one => one);
        foreach (var join in joins)
            foreach (var from in _dominance.From(join))
                if (from != node) group[Head(group, Child(from, node))] = Head(group, join);
        return
        [
            .. Ways(node, below)
                .GroupBy(way => way.Leads is { } to ? Head(group, to) : -1 - way.Place)
                .OrderBy(ways => ways.Min(way => way.Place))
                .Select(ways => Block.Stack(
                    [
                        Block.Row(
                            [.. ways.Where(way => way.Leads is not { } to || !joins.Contains(to) || way.IsDirect)
                                .Select(way => way.Leads is { } to && !joins.Contains(to) ? _blocks[to] : Lane())],
                            _options.ColumnGap),
                        .. ways.Where(way => way.Leads is { } to && joins.Contains(to))
                            .Select(way => way.Leads!.Value).Distinct()
                            .OrderBy(join => order[join])
                            .Select(join => _blocks[join]),
                    ],
                    _options.RowGap)),
        ];
    }

    /// <summary>The ways out of a node from left to right: to what stands below it, or to nowhere
    /// here (a lane is kept free for the edge); then what only others below it lead to.</summary>
    private IEnumerable<(int Place, int? Leads, bool IsDirect)> Ways(int node, List<int> below)
    {
        var place = 0;
        var told = new HashSet<int>();
        var direct = node == _dominance.Top ? TopWays(below) : _to[node];
        var isBelow = below.ToHashSet();
        foreach (var to in direct)
        {
            if (isBelow.Contains(to) && told.Add(to)) yield return (place++, to, node != _dominance.Top && direct.Count > 1);
            else if (!isBelow.Contains(to) && direct.Count > 1) yield return (place++, null, true);
        }

        foreach (var join in below)
            if (told.Add(join)) yield return (place++, join, false);
    }

    private List<int> TopWays(List<int> below)
    {
        var first = _roots.Select((root, place) => (root, place)).ToDictionary(pair => pair.root, pair => pair.place);
        return [.. below.Where(one => _dominance.From(one).Contains(_dominance.Top))
            .OrderBy(one => first.GetValueOrDefault(one, int.MaxValue))];
    }

    private int Child(int node, int above)
    {
        while (_dominance.Parent[node] != above) node = _dominance.Parent[node];
        return node;
    }

    private static int Head(Dictionary<int, int> group, int one)
    {
        while (group[one] != one) one = group[one] = group[group[one]];
        return one;
    }

    private Block Lane() => Block.Of(null, _options.NodeWidth / 2, 0);
}
