using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Layout;

/// <summary>Sizes and gaps of the drawing, in canvas units. A node's place is its top left corner.</summary>
public sealed record LayoutOptions
{
    /// <summary>The product's own.</summary>
    public static LayoutOptions Standard { get; } = new();

    /// <summary>Width of every node. Default 240.</summary>
    public double NodeWidth { get; init; } = 240;

    /// <summary>Height of every node but notes. Default 72.</summary>
    public double NodeHeight { get; init; } = 72;

    /// <summary>Width of a note. Default 240.</summary>
    public double NoteWidth { get; init; } = 240;

    /// <summary>Height of a note. Default 120.</summary>
    public double NoteHeight { get; init; } = 120;

    /// <summary>Between columns. Default 64.</summary>
    public double ColumnGap { get; init; } = 64;

    /// <summary>Between rows. Default 80.</summary>
    public double RowGap { get; init; } = 80;

    /// <summary>From one column to the next.</summary>
    public double Column => NodeWidth + ColumnGap;

    /// <summary>From one row to the next.</summary>
    public double Row => NodeHeight + RowGap;

    /// <summary>The space a node takes.</summary>
    public Box BoxOf(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Kind == NodeKind.Note
            ? new Box(node.At.X, node.At.Y, NoteWidth, NoteHeight)
            : new Box(node.At.X, node.At.Y, NodeWidth, NodeHeight);
    }
}
