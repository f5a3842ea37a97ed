namespace FlowBuilder.Core.Authoring.Layout;

/// <summary>A part of the drawing already arranged: a rectangle that nothing else will enter, with
/// what lies in it. Its axis is the line its first node is centred on.</summary>
internal sealed class Block
{
    private readonly List<(Block Block, double X, double Y)> _parts = [];

    /// <summary>The node drawn here, by index, when the block is a single one.</summary>
    public int? Node { get; private init; }

    public double Left { get; private set; }

    public double Right { get; private set; }

    public double Height { get; private set; }

    public double Width => Left + Right;

    /// <summary>One node, or with no index an empty lane.</summary>
    public static Block Of(int? node, double width, double height) =>
        new() { Node = node, Left = width / 2, Right = width / 2, Height = height };

    /// <summary>One below the other on one axis, those without height leaving no gap.</summary>
    public static Block Stack(IEnumerable<Block> blocks, double gap)
    {
        var stack = new Block();
        foreach (var block in blocks)
        {
            if (stack.Height > 0 && block.Height > 0) stack.Height += gap;
            stack._parts.Add((block, 0, stack.Height));
            stack.Height += block.Height;
            stack.Left = Math.Max(stack.Left, block.Left);
            stack.Right = Math.Max(stack.Right, block.Right);
        }

        return stack;
    }

    /// <summary>Side by side; the axis runs midway between those of the outermost.</summary>
    /// <param name="blocks">From left to right.</param>
    /// <param name="gap">Between them.</param>
    /// <param name="low">Their lower ends are in line instead of their upper ones.</param>
    public static Block Row(IReadOnlyList<Block> blocks, double gap, bool low = false)
    {
        if (blocks.Count == 1) return blocks[0];
        var row = new Block();
        if (blocks.Count == 0) return row;
        var axes = new double[blocks.Count];
        var x = 0.0;
        for (var i = 0; i < blocks.Count; i++)
        {
            axes[i] = x + blocks[i].Left;
            x += blocks[i].Width + gap;
            row.Height = Math.Max(row.Height, blocks[i].Height);
        }

        row.Left = (axes[0] + axes[^1]) / 2;
        row.Right = x - gap - row.Left;
        for (var i = 0; i < blocks.Count; i++) row._parts.Add((blocks[i], axes[i] - row.Left, low ? row.Height - blocks[i].Height : 0));
        return row;
    }

    /// <summary>Where each node comes to lie when the axis is at <paramref name="x"/> and the upper
    /// end at <paramref name="y"/>: the middle of its upper side.</summary>
    public IEnumerable<(int Node, double X, double Y)> Places(double x, double y)
    {
        var open = new Stack<(Block Block, double X, double Y)>([(this, x, y)]);
        while (open.TryPop(out var at))
        {
            if (at.Block.Node is { } node) yield return (node, at.X, at.Y);
            foreach (var (block, dx, dy) in at.Block._parts) open.Push((block, at.X + dx, at.Y + dy));
        }
    }
}
