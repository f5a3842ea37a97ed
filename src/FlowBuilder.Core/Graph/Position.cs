namespace FlowBuilder.Core.Graph;

/// <summary>A place on the canvas, written <c>[x, y]</c>.</summary>
public readonly record struct Position(double X, double Y);
