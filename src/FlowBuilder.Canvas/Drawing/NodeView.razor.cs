using FlowBuilder.Canvas.Geometry;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Canvas.Drawing;

/// <summary>One node. Drawn anew only when its record is another one: the template is not compared.</summary>
public sealed partial class NodeView<TNode> : ComponentBase
    where TNode : CanvasNode
{
    private TNode? _drawn;
    private bool _isOther;

    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired] public TNode Node { get; set; } = default!;

    /// <summary>What stands on the card; title and sentence when none is given.</summary>
    [Parameter] public RenderFragment<TNode>? Content { get; set; }

    /// <summary>The kind of thing it is, for a screen reader.</summary>
    [Parameter] public string Role { get; set; } = "";

    /// <summary>What pressing the number does, in words.</summary>
    [Parameter] public string Count { get; set; } = "";

    /// <summary>Its number was pressed; the node's id is given. Null: the number is no button.</summary>
    [Parameter] public Func<string, Task>? OnCount { get; set; }

    /// <summary>Start of the ids inside.</summary>
    [Parameter] public string Canvas { get; set; } = "";

    private string Place =>
        $"transform:translate({EdgePath.Number(Node.X)}px,{EdgePath.Number(Node.Y)}px);width:{EdgePath.Number(Node.Width)}px;height:{EdgePath.Number(Node.Height)}px";

    private string Words => string.IsNullOrEmpty(Node.Detail) ? Node.Label : $"{Node.Label}: {Node.Detail}";

    private string ProblemId => $"{Canvas}-p-{Node.Id}";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _isOther = !Node.Equals(_drawn);
        _drawn = Node;
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => _isOther;
}
