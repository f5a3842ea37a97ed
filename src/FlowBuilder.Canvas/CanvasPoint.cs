namespace FlowBuilder.Canvas;

/// <summary>A place in the drawing or on the screen, in CSS pixels; y grows downwards.</summary>
public readonly record struct CanvasPoint(double X, double Y);
