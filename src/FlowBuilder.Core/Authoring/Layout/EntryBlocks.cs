namespace FlowBuilder.Core.Authoring.Layout;

/// <summary>Arranges who enters: what flows into an AND or OR stands side by side above it.</summary>
internal static class EntryBlocks
{
    /// <summary>Of each entry node that flows into no other, itself with all above it.</summary>
    public static Dictionary<int, Block> Of(EntryTree entries, LayoutOptions options)
    {
        var blocks = new Dictionary<int, Block>();
        foreach (var root in entries.Roots)
            foreach (var (node, _) in entries.Of(root))
            {
                var own = Block.Of(node, options.NodeWidth, options.NodeHeight);
                blocks[node] = entries.Above[node] is { } inputs
                    ? Block.Stack(
                        [Block.Row([.. inputs.Select(input => blocks[input])], options.ColumnGap, low: true), own], options.RowGap)
                    : own;
            }

        return blocks;
    }
}
