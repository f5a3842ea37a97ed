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
            from ? "A connection leads to a step that no longer exists. Draw it to another step, or delete it."
            : node is not null ? "A connection comes from a step that no longer exists. Delete it."
            : "A connection joins two steps that no longer exist. Delete it.", "Delete the connection.");
    }

    /// <summary>What is wrong with an edge between two kinds of node; null when they go together.</summary>
    public static Diagnostic? Refuse(Node from, Node to) => (NodeKinds.Of(from.Kind).Part, NodeKinds.Of(to.Kind).Part) switch
    {
        (NodePart.Note, _) or (_, NodePart.Note) => Wrong("note-with-edges", to.Kind == NodeKind.Note ? to : from,
            "Notes are just for people, so nothing connects to them. Delete the connection.", "Delete the connection."),
        _ when to.Kind
            == NodeKind.Trigger => Wrong(
                "ill-typed-edge", to, "A trigger starts the sequence, so nothing can lead into it. Delete the connection.",
                "Delete the connection."),
        _ when to.Kind == NodeKind.StopWhen => Wrong("ill-typed-edge", to,
            "A Stop When watches every customer in the sequence by itself, so nothing can lead into it. Delete the connection.",
            "Delete the connection."),
        (NodePart.Flow, NodePart.Entry) => Wrong("and-or-behind-action", to,
            $"{NodeKinds.Of(to.Kind).Title} decides who enters, so it cannot come after {NodeKinds.Of(from.Kind).A}. Use If / else there.",
            "Replace it with If / else."),
        (NodePart.Entry or NodePart.Flow, NodePart.Stop) => Wrong("flow-into-stop-chain", to,
            "A Stop Action runs only after a Stop When is met, so nothing else can lead into it. Use an ordinary action here."),
        (NodePart.Stop, NodePart.Entry or NodePart.Flow) => Wrong("stop-chain-into-flow", from,
            "Once a Stop When is met the sequence is over for this customer, so only Stop Actions can follow it, never steps of the "
                + "sequence itself."),
        _ => null,
    };

    public static Diagnostic WrongPort(
        Node from, string? port, IReadOnlyCollection<string> ports) => new("wrong-port", Severity.Error, from.Id, "port",
        port is null ? $"This step has several branches ({Listed(ports)}): choose which one the connection uses."
        : ports.Count == 0 ? $"A connection uses the branch “{port}”, but this step has no branches yet."
        : $"A connection uses the branch “{port}”, but this step has only: {Listed(ports)}.");

    public static Diagnostic SecondEdge(Node from, string port) => new("two-edges-from-port", Severity.Error, from.Id, "port",
        port == "out" ? "Two connections leave here, but a customer goes only one way. Delete one, or use Split or If / else."
        : $"Two connections use the branch “{port}”, but a customer goes only one way. Delete one of them.");

    private static string Listed(IReadOnlyCollection<string> ports) =>
        string.Join(", ", ports.Take(MostListed)) + (ports.Count > MostListed ? ", ..." : "");

    private static Diagnostic Wrong(string code, Node node, string message, string? fix = null) =>
        new(code, Severity.Error, node.Id, null, message, fix);
}
