using System.Collections.Immutable;
using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Commands.Places;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Outlining;

/// <summary>
/// Edits of the outline, answered with the command that does them, which the session runs like any other; null where the list has no such
/// place. How far in a line stands follows from where it stands. Settings and conditions of a line are changed by the ordinary commands.
/// </summary>
public static class OutlineEdits
{
    /// <summary>Inserts behind a line: a step behind a step, at the beginning of a way, before a link; a
    /// trigger beside a trigger; what begins anew (a trigger, a Stop When, a note) needs no line.</summary>
    /// <param name="document">The draft.</param>
    /// <param name="line">The line; null for an empty list, or to begin anew.</param>
    /// <param name="what">What is inserted.</param>
    public static DesignCommand? InsertAfter(SequenceDocument document, OutlineLine? line, NodeContent what)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(what);
        if (what.Kind == NodeKind.Trigger && line is { Role: OutlineRole.If, Node: { } other }) return new AddOtherTrigger(what, other);
        if (!NodeKinds.Of(what.Kind).TakesEdges || line is null) return new AddNode(what, Beginning(document, what.Kind));
        if (line.Node is not { } node || document.Nodes.FirstOrDefault(known => known.Id == node) is not { } from) return null;
        return Ports.Of(from) is [var first, ..] ? new AddAfter(what, node, line.Port ?? first) : null;
    }

    /// <summary>Inserts before a line's node; a trigger or Stop When has nothing before it.</summary>
    public static DesignCommand? InsertBefore(OutlineLine line, NodeContent what)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(what);
        return line.Node is { } node && (IsStep(line) || line.Role is OutlineRole.And or OutlineRole.Or) ? new AddBefore(what, node) : null;
    }

    /// <summary>Copies the node of a line: a step behind itself, a trigger beside itself, what begins anew
    /// apart. A step with several ways is copied without what stands in them, unconnected.</summary>
    public static DesignCommand? Duplicate(SequenceDocument document, OutlineLine line)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(line);
        if (line.Role is OutlineRole.Way or OutlineRole.Link
            || document.Nodes.FirstOrDefault(known => known.Id == line.Node) is not { } node)
            return null;
        return Ports.Of(node).Length > 1 ? new Duplicate([node.Id]) : InsertAfter(document, line, NodeContent.Of(node));
    }

    /// <summary>Deletes the node of a line; what stood before and behind it stay together.</summary>
    public static DesignCommand? Delete(OutlineLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line is { Node: { } node, Role: not (OutlineRole.Way or OutlineRole.Link) } ? new Delete([node], Bridge: true) : null;
    }

    /// <summary>Moves a step before the one above it; out of a way when it is the first there; a
    /// trigger or Stop When before the one above of its kind.</summary>
    public static DesignCommand? MoveUp(SequenceDocument document, OutlineLine line, Steps.Names? names = null)
    {
        ArgumentNullException.ThrowIfNull(line);
        var lines = Outline.Of(document, names);
        var at = PlaceOf(lines, line);
        if (at < 0) return null;
        if (line.Role is OutlineRole.If or OutlineRole.StopWhen)
            return lines.Take(at).LastOrDefault(other => other.Role == line.Role) is { Node: { } above }
                ? new Reorder(line.Node!, above)
                : null;
        if (!IsStep(line)) return null;
        for (var i = at - 1; i >= 0; i--)
        {
            if (lines[i].Indent > line.Indent || lines[i].Role == OutlineRole.Link) continue;
            return lines[i] is { Node: { } beside } && (IsStep(lines[i]) || lines[i].Role == OutlineRole.Way)
                ? new Relocate(line.Node!, beside)
                : null;
        }

        return null;
    }

    /// <summary>Moves a step behind the one below it: past all ways of an If / else where they meet
    /// again, else into its first way; out of a way when it is the last there.</summary>
    public static DesignCommand? MoveDown(SequenceDocument document, OutlineLine line, Steps.Names? names = null)
    {
        ArgumentNullException.ThrowIfNull(line);
        var lines = Outline.Of(document, names);
        var at = PlaceOf(lines, line);
        if (at < 0) return null;
        if (line.Role is OutlineRole.If or OutlineRole.StopWhen)
            return lines.Skip(at + 1).FirstOrDefault(other => other.Role == line.Role) is { Node: { } lower }
                ? new Reorder(lower, line.Node!)
                : null;
        if (!IsStep(line) || Next(lines, at) is not { Node: { } node } next) return null;
        if (next.Role is OutlineRole.Link)
            return next.LinksTo is { } meets
                && lines.FirstOrDefault(other => other.Node == meets && IsStep(other)) is { } join
                && join.Indent < line.Indent
                ? new Relocate(line.Node!, meets)
                : null;
        if (next.Indent < line.Indent) return IsStep(next) ? new Relocate(line.Node!, node) : null;
        if (document.Nodes.FirstOrDefault(known => known.Id == node) is not { } below || !IsStep(next)) return null;
        if (Ports.Of(below) is not { Length: > 1 } ports) return new Relocate(line.Node!, node, Ports.Out);
        return Next(lines, lines.IndexOf(next)) is { Node: { } behind } after && after.Indent == next.Indent && IsStep(after)
            ? new Relocate(line.Node!, behind)
            : new Relocate(line.Node!, node, ports[0]);
    }

    // The next line that stands no deeper.
    private static OutlineLine? Next(ImmutableArray<OutlineLine> lines, int at)
    {
        for (var i = at + 1; i < lines.Length; i++)
            if (lines[i].Indent <= lines[at].Indent) return lines[i];
        return null;
    }

    private static int PlaceOf(ImmutableArray<OutlineLine> lines, OutlineLine line)
    {
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].Node == line.Node && lines[i].Role == line.Role && lines[i].Port == line.Port) return i;
        return -1;
    }

    private static bool IsStep(OutlineLine line) =>
        line.Role is OutlineRole.Action or OutlineRole.Wait or OutlineRole.IfElse or OutlineRole.Split or OutlineRole.StopAction;

    private static Position Beginning(SequenceDocument document, NodeKind kind)
    {
        if (document.Nodes.IsEmpty) return default;
        var (layout, around) = (LayoutOptions.Standard, Box.Around(document.Nodes.Select(LayoutOptions.Standard.BoxOf)));
        return kind == NodeKind.Note
            ? new Position(around.X - layout.NoteWidth - layout.ColumnGap, around.Y)
            : new Position(around.Right + layout.ColumnGap, around.Y);
    }
}
