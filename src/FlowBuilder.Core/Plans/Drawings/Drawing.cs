using System.Collections.Immutable;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>
/// A document as checks and builder look at it: nodes by index, edges resolved. Only sound edges become links (both ends there,
/// kinds that go together, a port that exists, the first edge of its port), so that one mistake is reported once.
/// </summary>
internal sealed class Drawing
{
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly List<Link>[] _out;
    private readonly List<Link>[] _in;
    private readonly HashSet<string>?[] _ports;
    private readonly Dictionary<ReferenceKind, KnownNames> _known = [];

    public Drawing(SequenceDocument document, StepJson steps, CompileContext surroundings)
    {
        (Document, Steps, Surroundings) = (document, steps, surroundings);
        Nodes = document.Nodes.IsDefault ? [] : document.Nodes;
        for (var i = 0; i < Nodes.Length; i++) _byId.TryAdd(Nodes[i].Id, i);
        _out = new List<Link>[Nodes.Length];
        _in = new List<Link>[Nodes.Length];
        _ports = new HashSet<string>?[Nodes.Length];
        Trouble = [.. Resolve(document.Edges.IsDefault ? [] : document.Edges)];
        Reached = Reach();
        Conditions = [.. Nodes.Select(node => ConditionTree.Of(node, steps.Catalog))];
    }

    public SequenceDocument Document { get; }

    public StepJson Steps { get; }

    public CompileContext Surroundings { get; }

    public ImmutableArray<Node> Nodes { get; }

    /// <summary>What is wrong with edges.</summary>
    public ImmutableArray<Diagnostic> Trouble { get; }

    /// <summary>Whether a customer, or a Stop When, can come by a node.</summary>
    public bool[] Reached { get; }

    /// <summary>The conditions of each node, flattened.</summary>
    public ImmutableArray<ConditionTree> Conditions { get; }

    /// <summary>What the company has of a kind, to be found by title.</summary>
    public KnownNames KnownNames(ReferenceKind kind, IReadOnlyDictionary<string, string> known) =>
        _known.TryGetValue(kind, out var names) ? names : _known[kind] = new KnownNames(known);

    public int? Find(string id) => _byId.TryGetValue(id, out var index) ? index : null;

    public IReadOnlyList<Link> Out(int node) => _out[node] ?? (IReadOnlyList<Link>)[];

    public IReadOnlyList<Link> In(int node) => _in[node] ?? (IReadOnlyList<Link>)[];

    /// <summary>The indexes of nodes of a kind, in document order.</summary>
    public IEnumerable<int> Of(params NodeKind[] kinds) => Enumerable.Range(0, Nodes.Length).Where(i => kinds.Contains(Nodes[i].Kind));

    /// <summary>The ports of a node, in drawing order; null while its step is not chosen and any will do.</summary>
    public static ImmutableArray<string>? PortsOf(Node node) =>
        NodeKinds.Of(node.Kind) is { Part: NodePart.Flow } && node.Step is RunnableStep step
            ? step.Ports.IsDefault ? [] : step.Ports
            : NodeKinds.Of(node.Kind).Ports;

    /// <summary>Whether an OR has conditions, and so is a way in of its own.</summary>
    public static bool IsOwnWayIn(Node node) => node is { Kind: NodeKind.Or, When.Members.IsDefaultOrEmpty: false };

    private IEnumerable<Diagnostic> Resolve(ImmutableArray<Edge> edges)
    {
        var taken = new HashSet<(int From, string Port)>();
        foreach (var edge in edges)
        {
            if (Find(edge.From) is not { } from || Find(edge.To) is not { } to)
            {
                yield return EdgeRules.Dangling(this, edge);
            }
            else if (EdgeRules.Refuse(Nodes[from], Nodes[to]) is { } wrong)
            {
                yield return wrong;
            }
            else
            {
                var port = edge.Port ?? (HasPort(from, "out") ? "out" : null);
                if (port is null || !HasPort(from, port)) yield return EdgeRules.WrongPort(Nodes[from], port, _ports[from]!);
                else if (!taken.Add((from, port))) yield return EdgeRules.SecondEdge(Nodes[from], port);
                else Connect(new Link(from, port, to));
            }
        }
    }

    /// <summary>Whether an edge can leave a node by a port; by any while its step is not chosen.</summary>
    private bool HasPort(int node, string port)
    {
        if (_ports[node] is { } known) return known.Contains(port);
        return PortsOf(Nodes[node]) is not { } ports || (_ports[node] = new HashSet<string>(ports, StringComparer.Ordinal)).Contains(port);
    }

    private void Connect(Link link)
    {
        (_out[link.From] ??= []).Add(link);
        (_in[link.To] ??= []).Add(link);
    }

    private bool[] Reach()
    {
        var reached = new bool[Nodes.Length];
        var open = new Stack<int>();
        for (var i = 0; i < Nodes.Length; i++)
            if (Nodes[i].Kind is NodeKind.Trigger or NodeKind.StopWhen || IsOwnWayIn(Nodes[i])) Visit(i);
        while (open.TryPop(out var next))
            foreach (var link in Out(next)) Visit(link.To);
        return reached;

        void Visit(int node)
        {
            if (reached[node]) return;
            reached[node] = true;
            open.Push(node);
        }
    }
}
