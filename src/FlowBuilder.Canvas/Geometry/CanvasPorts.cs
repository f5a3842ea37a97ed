namespace FlowBuilder.Canvas.Geometry;

/// <summary>Where edges touch a node: the input at the top centre, outputs spread evenly along the bottom.</summary>
public static class CanvasPorts
{
    /// <summary>Where edges arrive.</summary>
    public static CanvasPoint Input(CanvasNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new(node.X + (node.Width / 2), node.Y);
    }

    /// <summary>Where edges leave by a port; the bottom centre for a port the node no longer has.</summary>
    public static CanvasPoint Output(CanvasNode node, string port)
    {
        ArgumentNullException.ThrowIfNull(node);
        for (var index = 0; index < node.Outputs.Count; index++)
            if (node.Outputs[index].Name == port) return new(node.X + Offset(node, index), node.Y + node.Height);
        return new(node.X + (node.Width / 2), node.Y + node.Height);
    }

    /// <summary>Distance of the output at this index from the node's left edge.</summary>
    public static double Offset(CanvasNode node, int index)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Width * ((2 * index) + 1) / (2 * node.Outputs.Count);
    }
}
