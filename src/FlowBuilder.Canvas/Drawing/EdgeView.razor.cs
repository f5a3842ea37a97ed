using FlowBuilder.Canvas.Geometry;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Canvas.Drawing;

/// <summary>One edge, drawn anew only when it or one of its ends is elsewhere.</summary>
public sealed partial class EdgeView : ComponentBase
{
    private (CanvasEdge? Edge, CanvasPoint Start, CanvasPoint End, string Insert) _drawn;
    private bool _isOther;

    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired] public CanvasEdge Edge { get; set; } = default!;

    /// <summary>Where it leaves, in pixels of the drawing.</summary>
    [Parameter] public CanvasPoint Start { get; set; }

    /// <summary>Where it arrives, in pixels of the drawing.</summary>
    [Parameter] public CanvasPoint End { get; set; }

    /// <summary>What its plus button is called.</summary>
    [Parameter] public string Insert { get; set; } = "";

    private string Path => EdgePath.Draw(Start, End);

    private CanvasPoint Middle => EdgePath.Middle(Start, End);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var now = ((CanvasEdge?)Edge, Start, End, Insert);
        _isOther = now != _drawn;
        _drawn = now;
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => _isOther;
}
