namespace FlowBuilder.Canvas;

/// <summary>Where edges leave a node.</summary>
/// <param name="Name">What edges call it; unique among the node's ports.</param>
/// <param name="Label">The word below it, such as “Yes”; null where a node has one way out.</param>
public sealed record CanvasPort(string Name, string? Label = null)
{
    /// <summary>What it offers to the rules of <see cref="CanvasRefusal"/>; the node's <see cref="CanvasNode.Kind"/> when null.</summary>
    public string? Gives { get; init; }
}
