namespace FlowBuilder.Canvas.Geometry;

/// <summary>A rectangle in the drawing.</summary>
public readonly record struct CanvasRect(double X, double Y, double Width, double Height)
{
    /// <summary>Where a node is drawn.</summary>
    public static CanvasRect Of(CanvasNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new(node.X, node.Y, node.Width, node.Height);
    }

    /// <summary>The smallest rectangle around all nodes; an empty one at the origin when there is none.</summary>
    public static CanvasRect Around(IEnumerable<CanvasNode> nodes)
    {
        var all = nodes.ToList();
        if (all.Count == 0) return default;
        var (left, top) = (all.Min(node => node.X), all.Min(node => node.Y));
        return new(left, top, all.Max(node => node.X + node.Width) - left, all.Max(node => node.Y + node.Height) - top);
    }

    /// <summary>The rectangle with so much more on every side.</summary>
    public CanvasRect Grow(double by) => new(X - by, Y - by, Width + (2 * by), Height + (2 * by));
}
