namespace FlowBuilder.Canvas.Export;

/// <summary>Colours of an exported picture, as CSS writes them.</summary>
public sealed record CanvasLook
{
    public string Ground { get; init; } = "#f6f8f5";
    public string Card { get; init; } = "#ffffff";
    public string Ink { get; init; } = "#1d2a1f";
    public string Quiet { get; init; } = "#56655a";
    public string Line { get; init; } = "#dbe3da";
    public string Edge { get; init; } = "#8d9c90";

    /// <summary>The bar at a node's side, by its kind.</summary>
    public Func<CanvasNode, string> Accent { get; init; } = _ => "#5d8a66";
}
