using FlowBuilder.Canvas.Geometry;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Canvas.Drawing;

/// <summary>One node. Drawn anew only when its record is another one: the template is not compared.</summary>
public sealed partial class NodeView<TNode> : ComponentBase
    where TNode : CanvasNode
{
    private TNode? _drawn;
    private bool _isOther;

    [Parameter, EditorRequired] public TNode Node { get; set; } = default!;
    [Parameter] public RenderFragment<TNode>? Content { get; set; }
    [Parameter] public string Role { get; set; } = "";

    /// <summary>What pressing the number does, in words.</summary>
    [Parameter] public string Count { get; set; } = "";

    [Parameter] public Func<string, Task>? OnCount { get; set; }

    /// <summary>Start of the ids inside.</summary>
    [Parameter] public string Canvas { get; set; } = "";

    private string Place => $"transform:translate({EdgePath.Number(Node.X)}px,{EdgePath.Number(Node.Y)}px);width:{EdgePath.Number(Node.Width)}px;height:{EdgePath.Number(Node.Height)}px";

    private string Words => string.IsNullOrEmpty(Node.Detail) ? Node.Label : $"{Node.Label}: {Node.Detail}";

    private string ProblemId => $"{Canvas}-p-{Node.Id}";

    protected override void OnParametersSet()
    {
        _isOther = !Node.Equals(_drawn);
        _drawn = Node;
    }

    protected override bool ShouldRender() => _isOther;
}
