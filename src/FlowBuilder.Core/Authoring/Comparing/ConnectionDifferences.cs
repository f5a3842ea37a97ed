using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Authoring.Comparing;

/// <summary>
/// What follows what in words. A step that was only put between two, or taken out from between them, is told once, where it is added or
/// removed: the old neighbours then count as following each other still.
/// </summary>
internal sealed class ConnectionDifferences
{
    private readonly Side _before;
    private readonly Side _after;
    private readonly Names _names;

    public ConnectionDifferences(SequenceDocument before, SequenceDocument after, Names names)
    {
        _names = names;
        (_before, _after) = (new Side(before), new Side(after));
    }

    /// <summary>Where an added node stands: “ after “wait 2 days””; nothing for what stands at a beginning.</summary>
    public string Place(Node node) =>
        _after.Into(node.Id) is [var edge, ..] && _after.Find(edge.From) is { } from
            ? $" after {NodePhrases.Quote(from, _names)}{Way(from, edge)}"
            : "";

    public IEnumerable<Difference> Changed()
    {
        foreach (var node in _after.Nodes.Where(node => _before.Find(node.Id) is not null))
        {
            var was = _before.Find(node.Id)!;
            foreach (var port in Ports.Of(node).Union(Ports.Of(was)))
            {
                var (old, now) = (Through(_before, _after, node.Id, port), Through(_after, _before, node.Id, port));
                if (old == now) continue;
                var behind = $"{NodePhrases.Quote(node, _names)}{(Ports.Of(node).Length > 1 ? $" ({Ports.WordOf(port)})" : "")}";
                var (before, after) = (_before.Find(old), _after.Find(now));
                yield return new Difference(DifferenceKind.Connection, node.Id,
                    after is null ? $"Nothing follows {behind} anymore (before: {NodePhrases.Quote(before!, _names)})."
                    : before is null ? $"After {behind} now comes {NodePhrases.Quote(after, _names)} (before: nothing)."
                    : $"After {behind} now comes {NodePhrases.Quote(after, _names)} (before: {NodePhrases.Quote(before, _names)}).");
            }
        }

        foreach (var added in _after.Nodes.Where(node => _before.Find(node.Id) is null))
            foreach (var edge in _after.Into(added.Id).Skip(1))
                if (_after.Find(edge.From) is { } from)
                    yield return new Difference(
                        DifferenceKind.Connection, edge.From,
                        $"{Capitals.First(NodePhrases.Quote(from, _names))}{Way(from, edge)} also leads to "
                            + $"{NodePhrases.Quote(added, _names)}.");
    }

    // The first node behind a port that the other side has as well, past those that only this side has.
    private static string? Through(Side side, Side other, string from, string port)
    {
        var at = side.After(from, port);
        var passed = new List<string>();
        // What was passed once leads where it led then; what is passed again on one way is a circle, and leads nowhere.
        while (at is not null && other.Find(at) is null && side.Passed.TryAdd(at, null))
        {
            passed.Add(at);
            at = side.Find(at) is { } own
                ? Ports.Of(own).Select(way => side.After(own.Id, way)).FirstOrDefault(to => to is not null)
                : null;
        }

        if (at is not null && other.Find(at) is null) at = side.Passed[at];
        foreach (var node in passed) side.Passed[node] = at;
        return at;
    }

    private static string Way(Node from, Edge edge) => Ports.Of(from).Length > 1 ? $" ({Ports.WordOf(Ports.Of(edge))})" : "";

    /// <summary>One of the two documents.</summary>
    private sealed class Side(SequenceDocument document)
    {
        private readonly Dictionary<string, Node> _byId = document.Nodes
            .DistinctBy(node => node.Id)
            .ToDictionary(node => node.Id, StringComparer.Ordinal);
        private readonly ILookup<(string, string), string> _after =
            document.Edges.ToLookup(edge => (edge.From, Ports.Of(edge)), edge => edge.To);
        private readonly ILookup<string, Edge> _into = document.Edges.ToLookup(edge => edge.To, StringComparer.Ordinal);

        public Node[] Nodes { get; } = [.. document.Nodes];

        /// <summary>Where nodes that only this side has lead to that both have.</summary>
        public Dictionary<string, string?> Passed { get; } = new(StringComparer.Ordinal);

        public Node? Find(string? id) => id is not null && _byId.TryGetValue(id, out var node) ? node : null;

        public string? After(string node, string port) => _after[(node, port)].FirstOrDefault();

        public Edge[] Into(string node) => [.. _into[node]];
    }
}
