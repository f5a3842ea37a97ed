using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Authoring.Outlining;

/// <summary>Lays the nodes of a drawing, also a half-drawn one, out as lines. Works with its own stack, however long the drawing.</summary>
internal sealed class OutlineBuilder
{
    private readonly List<OutlineLine> _lines = [];
    private readonly Names _names;
    private readonly Node[] _nodes;
    private readonly List<int>[] _leads;
    private readonly EntryTree _entries;
    private readonly Dictionary<(string From, string Port), string> _edges = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public OutlineBuilder(SequenceDocument document, Names names)
    {
        _names = names;
        _nodes = [.. document.Nodes.DistinctBy(node => node.Id, StringComparer.Ordinal)];
        for (var i = 0; i < _nodes.Length; i++) _index.Add(_nodes[i].Id, i);
        foreach (var edge in document.Edges.Where(edge => _index.ContainsKey(edge.From) && _index.ContainsKey(edge.To)))
            _edges.TryAdd((edge.From, Ports.Of(edge)), edge.To);
        _leads = LayeredLayout.Leads(_nodes, document);
        _entries = new EntryTree(_nodes, _leads);
    }

    public List<OutlineLine> Build()
    {
        Lay(node => NodeKinds.Of(node.Kind).Part == NodePart.Flow, _entries.Roots, "Not connected to a trigger yet");
        Lay(
            node => node.Kind == NodeKind.StopAction,
            [.. Enumerable.Range(0, _nodes.Length).Where(i => _nodes[i].Kind == NodeKind.StopWhen)], "Not connected to a Stop When yet");
        foreach (var note in _nodes.Where(node => node.Kind == NodeKind.Note))
            _lines.Add(new OutlineLine(OutlineRole.Note, 0, note.Text ?? "", note.Id));
        return _lines;
    }

    /// <summary>Lays beginnings with what follows them, then what none of them leads to.</summary>
    private void Lay(Func<Node, bool> follows, IReadOnlyList<int> beginnings, string heading)
    {
        var begins = beginnings.ToHashSet();
        var to = _leads.Select(
            (leads, i) =>
                begins.Contains(i) || follows(_nodes[i])
                    ? (IReadOnlyList<int>)[.. leads.Where(lead => follows(_nodes[lead])).Distinct()]
                    : []).ToArray();
        var tree = new Dominance(beginnings, to);
        var below = new List<int>[_nodes.Length + 1];
        foreach (var node in tree.Order)
            if (begins.Contains(node) || follows(_nodes[node])) (below[tree.Parent[node]] ??= []).Add(node);
        var top = below[tree.Top] ?? [];
        // What several beginnings lead to stands behind the last of them.
        var led = top.Where(node => !begins.Contains(node) && !tree.From(node).Contains(tree.Top)).ToArray();
        foreach (var node in beginnings) Walk(node, 0, tree, below);
        var isLed = Led(tree, begins);
        foreach (var node in led.Where(isLed.Contains)) Walk(node, _nodes[node].Kind == NodeKind.StopAction ? 1 : 0, tree, below);
        var loose = top.Where(node => !begins.Contains(node) && (tree.From(node).Contains(tree.Top) || !isLed.Contains(node))).ToArray();
        if (loose.Length == 0) return;
        _lines.Add(new OutlineLine(OutlineRole.Heading, 0, heading));
        foreach (var node in loose) Walk(node, 0, tree, below);
    }

    /// <summary>What some beginning leads to.</summary>
    private static HashSet<int> Led(Dominance tree, HashSet<int> begins)
    {
        var led = new HashSet<int>();
        foreach (var node in tree.Order)
            if (tree.From(node).Any(from => begins.Contains(from) || led.Contains(from))) led.Add(node);
        return led;
    }

    private void Walk(int first, int indent, Dominance tree, List<int>[] below)
    {
        var open = new Stack<(int Node, int Indent, OutlineLine? Line)>([(first, indent, null)]);
        while (open.TryPop(out var at))
        {
            if (at.Line is not null)
            {
                _lines.Add(at.Line);
                continue;
            }

            var node = _nodes[at.Node];
            if (EntryTree.IsEntry(node)) Enter(at.Node);
            else _lines.Add(new OutlineLine(RoleOf(node.Kind), at.Indent, NodePhrases.Clause(node, _names), node.Id));
            var next = new Stack<(int, int, OutlineLine?)>();
            var ports = Ports.Of(node);
            foreach (var port in ports) Follow(node, at.Node, port, ports.Length > 1, at.Indent, tree, next);
            // What several ways of this step lead to; and, in a drawing from elsewhere, what no way of it that there is leads to.
            var under = ports.Select(port => _edges.GetValueOrDefault((node.Id, port))).ToHashSet();
            foreach (var other in (below[at.Node]
                ?? []).Where(one => tree.From(one).Any(from => from != at.Node) || !under.Contains(_nodes[one].Id)))
                next.Push((other, at.Indent, null));
            while (next.TryPop(out var later)) open.Push(later);
        }
    }

    /// <summary>What stands behind a port: under the way, or as the next line, or a link to where it stands.</summary>
    private void Follow(Node node, int index, string port, bool several, int indent, Dominance tree, Stack<(int, int, OutlineLine?)> next)
    {
        var deeper = indent + (several ? 2 : node.Kind == NodeKind.StopWhen ? 1 : 0);
        var to = _edges.TryGetValue((node.Id, port), out var lead) ? _index[lead] : -1;
        var isBelow = to >= 0 && tree.Parent[to] == index && tree.From(to).All(from => from == index);
        if (several)
        {
            var way = new OutlineLine(OutlineRole.Way, indent + 1, Ports.WordOf(port), node.Id, port);
            next.Push((-1, 0, to >= 0 && !isBelow ? way with { LinksTo = lead } : way));
        }
        else if (to >= 0 && !isBelow && !EntryTree.IsEntry(_nodes[to]))
        {
            next.Push((-1, 0, new OutlineLine(OutlineRole.Link, deeper, "", node.Id, port, LinksTo: lead)));
        }

        // One node may stand behind two ways of the same step: the first has it.
        if (isBelow && !several) next.Push((to, deeper, null));
        else if (isBelow && Ports.Of(node).First(other => _edges.GetValueOrDefault((node.Id, other)) == lead) == port)
            next.Push((to, deeper, null));
        else if (isBelow) next.Push((-1, 0, new OutlineLine(OutlineRole.Link, deeper, "", node.Id, port, LinksTo: lead)));
    }

    private void Enter(int root)
    {
        foreach (var (index, depth) in _entries.Of(root))
        {
            var node = _nodes[index];
            var several = _entries.Above[index] is { Count: > 1 };
            var conditions = node.When is { Members.IsDefaultOrEmpty: false } when ? when.Sentence(_names) : null;
            var text = node.Step is TriggerStep trigger ? trigger.Sentence(_names)
                : node.Kind == NodeKind.Trigger ? "something not yet chosen"
                : conditions is null ? (several ? node.Kind == NodeKind.And ? "all of these" : "any of these" : "no condition yet")
                : several ? $"{(node.Kind == NodeKind.And ? "all of these AND" : "any of these OR")} {conditions}"
                : conditions;
            _lines.Add(new OutlineLine(RoleOf(node.Kind), depth, text, node.Id));
        }
    }

    private static OutlineRole RoleOf(NodeKind kind) => kind switch
    {
        NodeKind.Trigger => OutlineRole.If,
        NodeKind.And => OutlineRole.And,
        NodeKind.Or => OutlineRole.Or,
        NodeKind.Action => OutlineRole.Action,
        NodeKind.Wait => OutlineRole.Wait,
        NodeKind.If => OutlineRole.IfElse,
        NodeKind.Split => OutlineRole.Split,
        NodeKind.StopWhen => OutlineRole.StopWhen,
        NodeKind.StopAction => OutlineRole.StopAction,
        NodeKind.Note => OutlineRole.Note,
    };
}
