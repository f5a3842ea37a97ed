namespace FlowBuilder.Canvas;

/// <summary>
/// A connection that is never made. The browser knows these rules as data: it dims what a line cannot reach and says the reason without
/// asking the server. The first that fits decides; what none fits is allowed.
/// </summary>
/// <param name="From">What the port gives (<see cref="CanvasPort.Gives"/>, else the node's kind), or <c>*</c>.</param>
/// <param name="To">Kind of the node that would be entered, or <c>*</c>.</param>
/// <param name="Reason">A sentence for the person who draws.</param>
public sealed record CanvasRefusal(string From, string To, string Reason);
