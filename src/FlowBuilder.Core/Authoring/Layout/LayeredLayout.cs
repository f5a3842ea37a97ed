using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Layout;

/// <summary>
/// Arranges a drawing from top to bottom: who enters above, the steps below, the ways of an If / else or Split side by side, Stop Whens
/// with their actions to the right, notes beside what they stood beside. The same drawing is always arranged the same; the first trigger
/// keeps its place.
/// </summary>
public static class LayeredLayout
{
    /// <summary>A place for each node.</summary>
    public static IReadOnlyList<(string Id, Position At)> Of(SequenceDocument document, LayoutOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= LayoutOptions.Standard;
        var nodes = document.Nodes.Where(node => node.Kind != NodeKind.Note).DistinctBy(node => node.Id, StringComparer.Ordinal).ToArray();
        if (nodes.Length == 0) return [.. NotePlaces.Of(document, nodes, nodes, options)];
        var leads = Leads(nodes, document);
        var main = Flow(nodes, leads, options);
        var stops = Stops(nodes, leads, options);
        var places = new Position[nodes.Length];
        foreach (var (node, x, y) in main.Places(main.Left, 0)) places[node] = new Position(x - (options.NodeWidth / 2), y);
        var right = main.Width > 0 ? main.Width + (2 * options.ColumnGap) : 0;
        foreach (var (node, x, y) in stops.Places(right + stops.Left, 0)) places[node] = new Position(x - (options.NodeWidth / 2), y);
        var anchor = Math.Max(0, Array.FindIndex(nodes, node => node.Kind == NodeKind.Trigger));
        var (dx, dy) = (Math.Round(nodes[anchor].At.X) - places[anchor].X, Math.Round(nodes[anchor].At.Y) - places[anchor].Y);
        var placed = nodes.Select(
            (node, i) => node with { At = new Position(Math.Round(places[i].X + dx), Math.Round(places[i].Y + dy)) }).ToArray();
        return [.. placed.Select(node => (node.Id, node.At)), .. NotePlaces.Of(document, nodes, placed, options)];
    }

    /// <summary>Where each node leads, by index, in the order of its ports.</summary>
    internal static List<int>[] Leads(Node[] nodes, SequenceDocument document)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Length; i++) index.Add(nodes[i].Id, i);
        var leads = new List<(int Port, int To)>[nodes.Length];
        foreach (var edge in document.Edges)
            if (index.TryGetValue(edge.From, out var from) && index.TryGetValue(edge.To, out var to))
                (leads[from] ??= []).Add((Ports.Of(nodes[from]).IndexOf(Ports.Of(edge)), to));
        return [.. leads.Select(ways => ways is null ? [] : ways.OrderBy(way => way.Port).Select(way => way.To).ToList())];
    }

    /// <summary>Entries and steps. A gate with all that flows into it is drawn as one.</summary>
    private static Block Flow(Node[] nodes, List<int>[] leads, LayoutOptions options)
    {
        var entries = new EntryTree(nodes, leads);
        var blocks = EntryBlocks.Of(entries, options);
        var roots = entries.Roots.ToHashSet();
        var to = leads.Select(
            (ways, i) =>
                IsFlow(nodes[i]) || roots.Contains(i) ? (IReadOnlyList<int>)[.. ways.Where(way => IsFlow(nodes[way]))] : []).ToArray();
        return Only(
            nodes, i => IsFlow(nodes[i]) || roots.Contains(i), entries.Roots, to, i => blocks.GetValueOrDefault(i) ?? NodeBlock(i, options),
            options);
    }

    private static Block Stops(Node[] nodes, List<int>[] leads, LayoutOptions options)
    {
        var stops = Enumerable.Range(0, nodes.Length).Where(i => nodes[i].Kind == NodeKind.StopWhen).ToArray();
        var to = leads.Select(
            (ways, i) =>
                IsStop(nodes[i]) ? (IReadOnlyList<int>)[.. ways.Where(way => nodes[way].Kind == NodeKind.StopAction)] : []).ToArray();
        return Only(nodes, i => IsStop(nodes[i]), stops, to, i => NodeBlock(i, options), options);
    }

    /// <summary>Arranges some of the nodes.</summary>
    private static Block Only(
        Node[] nodes, Func<int, bool> among, IReadOnlyList<int> roots, IReadOnlyList<int>[] to, Func<int, Block> top, LayoutOptions options)
    {
        var chosen = Enumerable.Range(0, nodes.Length).Where(among).ToArray();
        var place = new Dictionary<int, int>();
        for (var i = 0; i < chosen.Length; i++) place.Add(chosen[i], i);
        return FlowBlocks.Of(
            [.. roots.Select(root => place[root])],
            [.. chosen.Select(node => (IReadOnlyList<int>)[.. to[node].Where(place.ContainsKey).Select(other => place[other]).Distinct()])],
            [.. chosen.Select(top)],
            options);
    }

    private static Block NodeBlock(int node, LayoutOptions options) => Block.Of(node, options.NodeWidth, options.NodeHeight);

    private static bool IsFlow(Node node) => NodeKinds.Of(node.Kind).Part == NodePart.Flow;

    private static bool IsStop(Node node) => NodeKinds.Of(node.Kind).Part == NodePart.Stop;
}
