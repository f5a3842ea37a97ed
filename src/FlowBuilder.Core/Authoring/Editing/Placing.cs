using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Editing;

/// <summary>Where new nodes go when nobody said so, and how the others make room.</summary>
internal static class Placing
{
    private const int Patience = 500;

    /// <summary>A free place under a port, in the column the port leads to.</summary>
    public static Position Under(Draft draft, Node from, string port, LayoutOptions layout)
    {
        var ports = Ports.Of(from);
        var column = Math.Max(0, ports.IndexOf(port)) - ((ports.Length - 1) / 2.0);
        return Free(draft, new Position(from.At.X + (column * layout.Column), from.At.Y + layout.Row), layout);
    }

    /// <summary>A place between a node and what follows it; what follows and all that stands behind
    /// and below it moves down where there is no room.</summary>
    public static Position Between(Draft draft, Node from, string port, Node to, LayoutOptions layout)
    {
        var gap = to.At.Y - from.At.Y;
        if (gap <= 0) return Under(draft, from, port, layout);
        if (gap < 2 * layout.Row)
        {
            var down = (2 * layout.Row) - gap;
            foreach (var id in draft.Behind(to.Id))
                if (draft.Find(id) is { } node && node.At.Y >= to.At.Y && id != from.Id)
                    draft.Place(id, node.At with { Y = node.At.Y + down });
        }

        return new Position(to.At.X, Math.Round(from.At.Y + ((draft.Find(to.Id)!.At.Y - from.At.Y) / 2)));
    }

    /// <summary>The place itself, or the next to the right that nothing stands on.</summary>
    public static Position Free(Draft draft, Position wanted, LayoutOptions layout)
    {
        var boxes = draft.Nodes.Select(layout.BoxOf).ToArray();
        for (var i = 0; i < Patience; i++)
        {
            var box = new Box(wanted.X, wanted.Y, layout.NodeWidth, layout.NodeHeight);
            if (!boxes.Any(box.Overlaps)) break;
            wanted = wanted with { X = wanted.X + layout.Column };
        }

        return wanted;
    }
}
