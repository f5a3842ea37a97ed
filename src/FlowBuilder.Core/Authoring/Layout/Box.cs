namespace FlowBuilder.Core.Authoring.Layout;

/// <summary>A rectangle on the canvas.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    /// <summary>Whether two share more than a border.</summary>
    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>The rectangle around several; an empty one at the origin for none.</summary>
    public static Box Around(IEnumerable<Box> boxes)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        Box? around = null;
        foreach (var box in boxes)
            around = around is not { } so ? box
                : new Box(
                    Math.Min(so.X, box.X), Math.Min(so.Y, box.Y), Math.Max(so.Right, box.Right) - Math.Min(so.X, box.X),
                    Math.Max(so.Bottom, box.Bottom) - Math.Min(so.Y, box.Y));
        return around ?? default;
    }
}
