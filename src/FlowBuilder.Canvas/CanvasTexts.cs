namespace FlowBuilder.Canvas;

/// <summary>What the canvas itself says, shown or spoken. <c>{0}</c> and <c>{1}</c> stand for titles.</summary>
public sealed record CanvasTexts
{
    /// <summary>The kind of thing the canvas is, for a screen reader.</summary>
    public string Role { get; init; } = "drawing";

    /// <summary>The kind of thing a node is.</summary>
    public string NodeRole { get; init; } = "step";

    /// <summary>How the keyboard is used; spoken when the canvas gets it.</summary>
    public string Keys { get; init; } =
        "Arrow keys go along the lines, Alt with arrows moves a step, Enter opens it, C connects it, question mark shows all keys.";

    /// <summary>Button that enlarges.</summary>
    public string ZoomIn { get; init; } = "Zoom in";

    /// <summary>Button that makes smaller.</summary>
    public string ZoomOut { get; init; } = "Zoom out";

    /// <summary>Button that brings everything into view.</summary>
    public string Fit { get; init; } = "Show everything";

    /// <summary>Button after which dragging draws a box of selection.</summary>
    public string Boxes { get; init; } = "Select several steps";

    /// <summary>Button for the whole screen.</summary>
    public string FullScreen { get; init; } = "Full screen";

    /// <summary>The plus on an edge.</summary>
    public string Insert { get; init; } = "Insert a step here";

    /// <summary>The number on a node, where it can be pressed.</summary>
    public string Count { get; init; } = "Show who is here";

    /// <summary>Banner while the connection is gone.</summary>
    public string Offline { get; init; } =
        "No connection. You can look around; editing resumes when the connection is back. Your last change is kept.";

    /// <summary>A command broke, or its answer came too late.</summary>
    public string Failed { get; init; } = "That did not work. Please try again.";

    /// <summary>An edge from a node to itself was refused.</summary>
    public string Self { get; init; } = "A step cannot follow itself.";

    /// <summary>A node that takes no edge was aimed at; {0} is its title.</summary>
    public string NoInput { get; init; } = "Nothing can lead to “{0}”: it is a starting point.";

    /// <summary>A node that gives no edge was to be connected; {0} is its title.</summary>
    public string NoOutput { get; init; } = "Nothing can follow “{0}”.";

    /// <summary>The edge is there already.</summary>
    public string Already { get; init; } = "These two are already connected.";

    /// <summary>Connecting by keyboard began; {0} is the node it starts from.</summary>
    public string Connecting { get; init; } =
        "Connecting from “{0}”. Choose a step with the arrow keys and press Enter, or Escape to cancel.";

    /// <summary>The same from one of several ports; {1} is its label.</summary>
    public string ConnectingFrom
    {
        get;
        init;
    } = "Connecting from “{0}”, branch “{1}”; C moves to the next one. Choose a step with the arrow keys and press Enter, or Escape to "
        + "cancel.";

    /// <summary>The keyboard chose an edge; {0} is the node it leads to.</summary>
    public string EdgeChosen { get; init; } = "Line to “{0}” selected. Delete removes it, C reconnects its end, I inserts a step.";

    /// <summary>There is no edge to choose; {0} is the node.</summary>
    public string NoEdge { get; init; } = "No line leaves “{0}”.";

    /// <summary>Nodes were moved by keyboard.</summary>
    public string Moved { get; init; } = "Moved.";

    /// <summary>A gesture was given up.</summary>
    public string Aborted { get; init; } = "Canceled.";

    /// <summary>A node joined the selection; {0} is its title.</summary>
    public string Selected { get; init; } = "“{0}” selected.";

    /// <summary>A node left the selection; {0} is its title.</summary>
    public string Unselected { get; init; } = "“{0}” no longer selected.";

    /// <summary>Several are selected; {0} is how many.</summary>
    public string SelectedMany { get; init; } = "{0} steps selected.";
}
