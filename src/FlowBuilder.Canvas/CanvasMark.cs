namespace FlowBuilder.Canvas;

/// <summary>How serious a node's <see cref="CanvasNode.Problem"/> is; colour and icon of its marker follow.</summary>
public enum CanvasMark
{
    /// <summary>Worth knowing.</summary>
    Hint,

    /// <summary>Probably not what was meant.</summary>
    Warning,

    /// <summary>It will not work.</summary>
    Error,
}
