namespace FlowBuilder.Canvas.Tests.Speed;

/// <summary>What one drag and what comes after it took.</summary>
/// <param name="Nodes">In the drawing.</param>
/// <param name="InView">Of them.</param>
/// <param name="FrameP95">Milliseconds from frame to frame.</param>
/// <param name="SlowFrames">Frames over 33 ms.</param>
/// <param name="LagP50">Milliseconds from the pointer passing a spot until the node is there.</param>
/// <param name="LagP95">Likewise.</param>
/// <param name="Cpu">Milliseconds of the main thread for one pointer move.</param>
/// <param name="Messages">Sent over the circuit while dragging.</param>
/// <param name="Open">Milliseconds from the address to a canvas that answers.</param>
/// <param name="Repaint">Milliseconds from letting go until the server's drawing is shown.</param>
/// <param name="Counts">Milliseconds of the browser's main thread for one tick of changed counts.</param>
public sealed record DragFigures(
    int Nodes, int InView, double FrameP95, int SlowFrames, double LagP50, double LagP95, double Cpu, int Messages, double Open,
    double Repaint, double Counts)
{
    public override string ToString() =>
        FormattableString.Invariant(
            $"{Nodes,5} nodes, {InView,4} in view: frame p95 {FrameP95:0.0} ms, {SlowFrames} over 33 ms; lag p50 {LagP50:0} / p95 {LagP95:0} ms; {Cpu:0.0} ms of processor a move; {Messages} messages; open {Open:0} ms; repaint {Repaint:0} ms; counts {Counts:0.0} ms a tick");
}
