namespace FlowBuilder.Canvas;

/// <summary>A line from a node's port to the input of another node.</summary>
/// <param name="Id">Unique in the drawing.</param>
/// <param name="From">Node it leaves.</param>
/// <param name="Port">Name of the port it leaves there.</param>
/// <param name="To">Node it enters.</param>
public sealed record CanvasEdge(string Id, string From, string Port, string To)
{
    /// <summary>Words at its beginning, if any; drawn by the label template.</summary>
    public string? Label { get; init; }

    /// <summary>How it stands out: <c>lit</c>, <c>dim</c> or a word of your own style sheet (<c>data-tone</c>).</summary>
    public string? Tone { get; init; }
}
