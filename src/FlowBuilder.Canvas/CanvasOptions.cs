namespace FlowBuilder.Canvas;

/// <summary>How a canvas behaves. Keep one object: a changed one is sent to the browser anew.</summary>
public sealed record CanvasOptions
{
    /// <summary>Grid that moves and drops keep to, in pixels; 0 for none.</summary>
    public double Snap { get; init; } = 16;

    /// <summary>Smallest zoom.</summary>
    public double MinZoom { get; init; } = 0.1;

    /// <summary>Largest zoom.</summary>
    public double MaxZoom { get; init; } = 2;

    /// <summary>Width of the outline while something is dragged in from a palette.</summary>
    public double DropWidth { get; init; } = CanvasNode.UsualWidth;

    /// <summary>Height of that outline.</summary>
    public double DropHeight { get; init; } = CanvasNode.UsualHeight;

    /// <summary>Connections that are never made.</summary>
    public IReadOnlyList<CanvasRefusal> Refusals { get; init; } = [];

    /// <summary>
    /// Names this drawing in the browser tab's storage, such as <c>draft-17</c>: an edit the connection cut off is kept there and sent when
    /// the page is back, and so is where one looked. Empty: kept only as long as the page.
    /// </summary>
    public string StorageKey { get; init; } = "";

    /// <summary>From how many nodes on what is out of view is not drawn.</summary>
    public int ManyNodes { get; init; } = 500;

    /// <summary>Words in the language of the person who draws.</summary>
    public CanvasTexts Texts { get; init; } = new();
}
