using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Outlining;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Web.Components.Designer.Model;

namespace FlowBuilder.Web.Components.Designer.Outlining;

/// <summary>Where steps can be added, seen from a line of the outline.</summary>
internal static class OutlinePlaces
{
    /// <summary>The places, the likeliest first; never none.</summary>
    /// <param name="room">The draft.</param>
    /// <param name="line">The line one stands on; null where there is none.</param>
    public static IReadOnlyList<OutlinePlace> Of(DesignRoom room, OutlineLine? line)
    {
        var places = new List<OutlinePlace>();
        if (line?.Node is { } id && room.Find(id) is { } node)
        {
            places.AddRange(Behind(room, line, node));
            if (line.Role is not (OutlineRole.Way or OutlineRole.Link or OutlineRole.If or OutlineRole.StopWhen or OutlineRole.Note))
                places.Add(new OutlinePlace(
                    "Before this", [.. room.Palette.WhatCanStandBefore(room.Document, id)], what => OutlineEdits.InsertBefore(line, what)));
        }

        if (room.Document.Nodes.FirstOrDefault(known => known.Kind == NodeKind.Trigger) is { } trigger)
        {
            var beside = line is { Role: OutlineRole.If, Node: { } chosen } ? chosen : trigger.Id;
            places.Add(new OutlinePlace("Another trigger", Of(room, NodeKind.Trigger), what => new AddOtherTrigger(what, beside)));
            places.Add(new OutlinePlace(
                "On its own", Of(room, NodeKind.StopWhen, NodeKind.Note), what => OutlineEdits.InsertAfter(room.Document, null, what)));
        }
        else
        {
            places.Insert(
                0,
                new OutlinePlace(
                    "Start with", Of(room, NodeKind.Trigger, NodeKind.StopWhen, NodeKind.Note),
                    what => OutlineEdits.InsertAfter(room.Document, null, what)));
        }

        return places;
    }

    private static IEnumerable<OutlinePlace> Behind(DesignRoom room, OutlineLine line, Node node)
    {
        var ports = Ports.Of(node);
        if (line.Port is { } port && line.Role is OutlineRole.Way or OutlineRole.Link)
            yield return After(room, line, node.Id, port, ports.Length > 1 ? Under(port) : "Here");
        else if (ports.Length == 1) yield return After(room, line, node.Id, ports[0], "After this");
        else
            foreach (var way in ports) yield return After(room, line with { Port = way }, node.Id, way, Under(way));
    }

    private static OutlinePlace After(DesignRoom room, OutlineLine line, string node, string port, string word) =>
        new(
            word, [.. room.Palette.WhatCanFollow(room.Document, room.Steps, node, port)],
            what => OutlineEdits.InsertAfter(room.Document, line, what));

    private static string Under(string port) => $"Under “{Ports.WordOf(port)}”";

    private static IReadOnlyList<PaletteChoice> Of(DesignRoom room, params NodeKind[] kinds) =>
        [.. kinds.SelectMany(kind => room.Palette.Entries.Where(entry => entry.Kind == kind))
            .Select(entry => new PaletteChoice(entry, null))];
}
