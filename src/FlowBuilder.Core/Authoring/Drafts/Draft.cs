using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Drafts;

/// <summary>
/// A document while one command works on it. Ids in it are unique and edges lead somewhere; what is put in keeps it so. Whatever is left
/// alone is shared with the document it began with.
/// </summary>
internal sealed class Draft
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly SequenceDocument _document;
    private readonly List<Node> _nodes;
    private readonly List<Edge> _edges;
    private bool _nodesChanged;
    private bool _edgesChanged;

    public Draft(SequenceDocument document)
    {
        _document = document;
        _nodes = [.. document.Nodes];
        _edges = [.. document.Edges];
        Index();
    }

    public IReadOnlyList<Node> Nodes => _nodes;

    public IReadOnlyList<Edge> Edges => _edges;

    /// <summary>The document as it is so far.</summary>
    public SequenceDocument Document => !_nodesChanged && !_edgesChanged ? _document : _document with
    {
        Nodes = _nodesChanged ? [.. _nodes] : _document.Nodes,
        Edges = _edgesChanged ? [.. _edges] : _document.Edges,
    };

    public Node? Find(string id) => _places.TryGetValue(id, out var place) ? _nodes[place] : null;

    public IEnumerable<Edge> From(string node) => _edges.Where(edge => edge.From == node);

    public IEnumerable<Edge> To(string node) => _edges.Where(edge => edge.To == node);

    /// <summary>The edge that leaves a port; the first, should there be several.</summary>
    public Edge? At(string node, string port) => _edges.Find(edge => edge.From == node && Ports.Of(edge) == port);

    /// <summary>Adds a node; behind another in document order where one is named, else last. The
    /// order decides which trigger and which Stop When comes first.</summary>
    public void Add(Node node, string? behind = null)
    {
        _nodesChanged = true;
        if (behind is not null && _places.TryGetValue(behind, out var place))
        {
            _nodes.Insert(place + 1, node);
            Index();
            return;
        }

        _places.Add(node.Id, _nodes.Count);
        _nodes.Add(node);
    }

    /// <summary>Replaces a node by another of the same id. Edges follow its ports: by name, by
    /// their place where as many ports have other names; else they go.</summary>
    public void Put(Node node)
    {
        var place = _places[node.Id];
        var (before, after) = (Ports.Of(_nodes[place]), Ports.Of(node));
        _nodes[place] = node;
        _nodesChanged = true;
        if (before.SequenceEqual(after)) return;
        for (var i = _edges.Count - 1; i >= 0; i--)
        {
            if (_edges[i].From != node.Id) continue;
            var port = Ports.Of(_edges[i]);
            if (!after.Contains(port))
            {
                var old = before.IndexOf(port);
                var renamed = old < 0
                    ? null
                    : before.Length == after.Length
                    ? after[old]
                    : after.Length == 1 && old == 0
                    ? after[0]
                    : before.Length == 1 && after.Length > 0
                    ? after[0]
                    : null;
                if (renamed is null || before.Contains(renamed))
                {
                    Disconnect(_edges[i]);
                    continue;
                }

                port = renamed;
            }

            var edge = Ports.Edge(node, port, _edges[i].To);
            if (edge == _edges[i]) continue;
            _edges[i] = edge;
            _edgesChanged = true;
        }
    }

    /// <summary>Puts a node somewhere else.</summary>
    public void Place(string id, Position at)
    {
        var place = _places[id];
        var settled = new Position(Settled(at.X), Settled(at.Y));
        if (_nodes[place].At == settled) return;
        _nodes[place] = _nodes[place] with { At = settled };
        _nodesChanged = true;
    }

    /// <summary>Removes nodes and every edge that touches them.</summary>
    public void Remove(IReadOnlySet<string> ids)
    {
        if (_nodes.RemoveAll(node => ids.Contains(node.Id)) > 0)
        {
            _nodesChanged = true;
            Index();
        }

        if (_edges.RemoveAll(edge => ids.Contains(edge.From) || ids.Contains(edge.To)) > 0) _edgesChanged = true;
    }

    /// <summary>Leads a port to a node. What left the port before goes; the new edge takes its place in the order.</summary>
    public void Connect(string from, string port, string to)
    {
        var edge = Ports.Edge(Find(from)!, port, to);
        var place = _edges.FindIndex(other => other.From == from && Ports.Of(other) == port);
        if (place >= 0 && _edges[place] == edge) return;
        _edgesChanged = true;
        if (place < 0)
        {
            _edges.Add(edge);
            return;
        }

        _edges[place] = edge;
        for (var i = _edges.Count - 1; i > place; i--)
            if (_edges[i].From == from && Ports.Of(_edges[i]) == port) _edges.RemoveAt(i);
    }

    /// <summary>Removes an edge, and others that say the same.</summary>
    public void Disconnect(Edge edge)
    {
        if (_edges.RemoveAll(other => other == edge) > 0) _edgesChanged = true;
    }

    /// <summary>Removes edges.</summary>
    public void Disconnect(IReadOnlySet<Edge> edges)
    {
        if (edges.Count > 0 && _edges.RemoveAll(edges.Contains) > 0) _edgesChanged = true;
    }

    /// <summary>Everything that can be come to from a node, itself included.</summary>
    public HashSet<string> Behind(string node)
    {
        var leads = _edges.ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { node };
        var open = new Stack<string>([node]);
        while (open.TryPop(out var next))
            foreach (var to in leads[next])
                if (seen.Add(to)) open.Push(to);
        return seen;
    }

    // Beyond what a document can say a drawing has no places.
    private static double Settled(double coordinate) => double.IsNaN(coordinate) ? 0 : Math.Clamp(Math.Round(coordinate, 2), -1e9, 1e9);

    private void Index()
    {
        _places.Clear();
        for (var i = 0; i < _nodes.Count; i++) _places.Add(_nodes[i].Id, i);
    }
}
