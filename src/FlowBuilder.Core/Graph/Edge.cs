namespace FlowBuilder.Core.Graph;

/// <summary>A connection from an output port to a node's input. <see cref="Port"/> is null for a
/// node with the single port <c>out</c>.</summary>
public sealed record Edge(string From, string? Port, string To);
