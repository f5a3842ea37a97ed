using FlowBuilder.Canvas.Geometry;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Canvas.Drawing;

/// <summary>One edge, drawn anew only when it or one of its ends is elsewhere.</summary>
public sealed partial class EdgeView : ComponentBase
{
    private (CanvasEdge? Edge, CanvasPoint Start, CanvasPoint End, string Insert) _drawn;
    private bool _isOther;

    [Parameter, EditorRequired] public CanvasEdge Edge { get; set; } = default!;
    [Parameter] public CanvasPoint Start { get; set; }
    [Parameter] public CanvasPoint End { get; set; }

    /// <summary>What its plus button is called.</summary>
    [Parameter] public string Insert { get; set; } = "";

    private string Path => EdgePath.Draw(Start, End);

    private CanvasPoint Middle => EdgePath.Middle(Start, End);

    protected override void OnParametersSet()
    {
        var now = ((CanvasEdge?)Edge, Start, End, Insert);
        _isOther = now != _drawn;
        _drawn = now;
    }

    protected override bool ShouldRender() => _isOther;
}
