using FlowBuilder.Canvas;

namespace FlowBuilder.Web.Components.Designer.Canvas;

/// <summary>A node of a sequence as the canvas draws it.</summary>
public sealed record StepCard : CanvasNode
{
    /// <summary>SVG of its icon.</summary>
    public string Icon { get; init; } = "";

    /// <summary>What kind of node it is, in words: “Trigger”, “Stop When”.</summary>
    public string KindWord { get; init; } = "";
}
