namespace FlowBuilder.Canvas.Tests.Rig;

/// <summary>A place in the page.</summary>
public readonly record struct Spot(double X, double Y)
{
    public Spot By(double dx, double dy) => new(X + dx, Y + dy);
}
