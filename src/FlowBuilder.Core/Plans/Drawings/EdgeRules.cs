using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>Which edges are sound, and what is said of the others.</summary>
internal static class EdgeRules
{
    /// <summary>More ways out are not listed: a node with thousands, and as many wrong edges, would be listed a million times.</summary>
    private const int MostListed = 10;

    public static Diagnostic Dangling(Drawing drawing, Edge edge)
    {
        var from = drawing.Find(edge.From) is not null;
        var node = from ? edge.From : drawing.Find(edge.To) is not null ? edge.To : null;
        return new Diagnostic("dangling-edge", Severity.Error, node, null,
            from ? "A connection leads to a node that is not there. Draw it to a node, or delete it."
            : node is not null ? "A connection comes from a node that is not there. Delete it."
            : "A connection joins two nodes that are not there. Delete it.", "Delete the connection.");
    }

    /// <summary>What is wrong with an edge between two kinds of node; null when they go together.</summary>
    public static Diagnostic? Refuse(Node from, Node to) => (NodeKinds.Of(from.Kind).Part, NodeKinds.Of(to.Kind).Part) switch
    {
        (NodePart.Note, _) or (_, NodePart.Note) => Wrong("note-with-edges", to.Kind == NodeKind.Note ? to : from,
            "A note is only for people; nothing leads to it or from it. Delete the connection.", "Delete the connection."),
        _ when to.Kind == NodeKind.Trigger => Wrong("ill-typed-edge", to, "A trigger starts the sequence, so nothing can lead into it. Delete the connection.", "Delete the connection."),
        _ when to.Kind == NodeKind.StopWhen => Wrong("ill-typed-edge", to,
            "A Stop When watches every customer in the sequence by itself, so nothing can lead into it. Delete the connection.", "Delete the connection."),
        (NodePart.Flow, NodePart.Entry) => Wrong("and-or-behind-action", to,
            $"{NodeKinds.Of(to.Kind).Title} decides who enters, so it cannot stand behind {NodeKinds.Of(from.Kind).A}. Use If / else there.", "Replace it by If / else."),
        (NodePart.Entry or NodePart.Flow, NodePart.Stop) => Wrong("flow-into-stop-chain", to,
            "A Stop Action is done only once a Stop When is met, so nothing else can lead into it. Use an ordinary action here."),
        (NodePart.Stop, NodePart.Entry or NodePart.Flow) => Wrong("stop-chain-into-flow", from,
            "Once a Stop When is met the sequence is over for this customer, so only Stop Actions can follow it, never steps of the sequence itself."),
        _ => null,
    };

    public static Diagnostic WrongPort(Node from, string? port, IReadOnlyCollection<string> ports) => new("wrong-port", Severity.Error, from.Id, "port",
        port is null ? $"This node has several ways out ({Listed(ports)}): say which one the connection leaves by."
        : ports.Count == 0 ? $"A connection leaves by “{port}”, but this node has no ways out yet."
        : $"A connection leaves by “{port}”, but this node has only: {Listed(ports)}.");

    public static Diagnostic SecondEdge(Node from, string port) => new("two-edges-from-port", Severity.Error, from.Id, "port",
        port == "out" ? "Two connections leave here, but a customer goes one way. Delete one, or use Split or If / else."
        : $"Two connections leave by “{port}”, but a customer goes one way. Delete one of them.");

    private static string Listed(IReadOnlyCollection<string> ports) => string.Join(", ", ports.Take(MostListed)) + (ports.Count > MostListed ? ", ..." : "");

    private static Diagnostic Wrong(string code, Node node, string message, string? fix = null) => new(code, Severity.Error, node.Id, null, message, fix);
}
