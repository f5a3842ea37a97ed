using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Layout;

/// <summary>Notes go along with the node they stood nearest to; where that place is taken they go to the left of the drawing.</summary>
internal static class NotePlaces
{
    public static IEnumerable<(string Id, Position At)> Of(SequenceDocument document, Node[] before, Node[] after, LayoutOptions options)
    {
        var boxes = after.Select(options.BoxOf).ToArray();
        var taken = new TakenPlaces(boxes, options);
        var notes = document.Nodes.Where(node => node.Kind == NodeKind.Note).DistinctBy(node => node.Id, StringComparer.Ordinal).ToArray();
        var edge = Math.Round(boxes.Select(box => box.X).Append(notes.Select(note => note.At.X).DefaultIfEmpty().Min()).Min())
            - options.ColumnGap
            - options.NoteWidth;
        foreach (var note in notes)
        {
            var at = Nearest(note, before) is { } nearest
                ? new Position(
                    note.At.X + after[nearest].At.X - before[nearest].At.X, note.At.Y + after[nearest].At.Y - before[nearest].At.Y)
                : note.At;
            var box = options.BoxOf(note with { At = new Position(Math.Round(at.X), Math.Round(at.Y)) });
            if (!taken.IsFree(box)) box = taken.FreeBelow(box with { X = edge }, options.RowGap / 4);
            taken.Add(box);
            yield return (note.Id, new Position(box.X, box.Y));
        }
    }

    private static int? Nearest(Node note, Node[] nodes)
    {
        var (nearest, least) = (default(int?), double.MaxValue);
        for (var i = 0; i < nodes.Length; i++)
        {
            var distance = Math.Abs(nodes[i].At.X - note.At.X) + Math.Abs(nodes[i].At.Y - note.At.Y);
            if (distance < least) (nearest, least) = (i, distance);
        }

        return nearest;
    }
}
