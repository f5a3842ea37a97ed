namespace FlowBuilder.Canvas.Export;

/// <summary>Colours of an exported picture, as CSS writes them.</summary>
public sealed record CanvasLook
{
    /// <summary>What everything stands on.</summary>
    public string Ground { get; init; } = "#f6f8f5";

    /// <summary>The inside of a node.</summary>
    public string Card { get; init; } = "#ffffff";

    /// <summary>Titles.</summary>
    public string Ink { get; init; } = "#1d2a1f";

    /// <summary>Sentences below titles and labels of edges.</summary>
    public string Quiet { get; init; } = "#56655a";

    /// <summary>The border of a node.</summary>
    public string Line { get; init; } = "#dbe3da";

    /// <summary>Edges and their arrowheads.</summary>
    public string Edge { get; init; } = "#8d9c90";

    /// <summary>The bar at a node's side, by its kind.</summary>
    public Func<CanvasNode, string> Accent { get; init; } = _ => "#5d8a66";
}
