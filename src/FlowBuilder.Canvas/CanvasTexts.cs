namespace FlowBuilder.Canvas;

/// <summary>What the canvas itself says, shown or spoken. <c>{0}</c> and <c>{1}</c> stand for titles.</summary>
public sealed record CanvasTexts
{
    public string Role { get; init; } = "drawing";
    public string NodeRole { get; init; } = "step";
    public string Keys { get; init; } = "Arrow keys go along the lines, Alt with arrows moves a step, Enter opens it, C connects it, question mark shows all keys.";
    public string ZoomIn { get; init; } = "Zoom in";
    public string ZoomOut { get; init; } = "Zoom out";
    public string Fit { get; init; } = "Show everything";
    public string Boxes { get; init; } = "Select several steps";
    public string FullScreen { get; init; } = "Full screen";
    public string Insert { get; init; } = "Insert a step here";
    public string Count { get; init; } = "Show who is here";
    public string Offline { get; init; } = "No connection. You can look around; editing resumes when the connection is back. Your last change is kept.";
    public string Failed { get; init; } = "That did not work. Please try again.";
    public string Self { get; init; } = "A step cannot follow itself.";
    public string NoInput { get; init; } = "Nothing can lead to “{0}”: it is a starting point.";
    public string NoOutput { get; init; } = "Nothing can follow “{0}”.";
    public string Already { get; init; } = "These two are already connected.";
    public string Connecting { get; init; } = "Connecting from “{0}”. Choose a step with the arrow keys and press Enter, or Escape to cancel.";
    public string ConnectingFrom { get; init; } = "Connecting from “{0}”, branch “{1}”; C moves to the next one. Choose a step with the arrow keys and press Enter, or Escape to cancel.";
    public string EdgeChosen { get; init; } = "Line to “{0}” selected. Delete removes it, C reconnects its end, I inserts a step.";
    public string NoEdge { get; init; } = "No line leaves “{0}”.";
    public string Moved { get; init; } = "Moved.";
    public string Aborted { get; init; } = "Canceled.";
    public string Selected { get; init; } = "“{0}” selected.";
    public string Unselected { get; init; } = "“{0}” no longer selected.";
    public string SelectedMany { get; init; } = "{0} steps selected.";
}
