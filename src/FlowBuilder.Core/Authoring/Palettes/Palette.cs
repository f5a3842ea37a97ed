using System.Collections.Immutable;
using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Palettes;

/// <summary>Everything that can be put into a drawing: triggers, gates, actions, waits, ways,
/// stops, notes. Made from the catalogue.</summary>
public sealed class Palette
{
    private Palette(ImmutableArray<PaletteEntry> entries) => Entries = entries;

    /// <summary>By kind in the order a sequence is read, then by group and title.</summary>
    public ImmutableArray<PaletteEntry> Entries { get; }

    /// <summary>The palette of a catalogue.</summary>
    public static Palette Of(StepJson steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return new Palette([.. Enum.GetValues<NodeKind>().SelectMany(kind => Entry(steps, kind))]);
    }

    /// <summary>The entry of a kind and step.</summary>
    public PaletteEntry? Find(NodeKind kind, string? type = null) =>
        Entries.FirstOrDefault(
            entry => entry.Kind == kind && (entry.Type == type || (type is null && NodeKinds.Of(kind).FlowStep is not null)));

    /// <summary>What can follow a port, and what cannot and why: for a connection dropped on empty
    /// space, and the plus button at a port.</summary>
    public IEnumerable<PaletteChoice> WhatCanFollow(SequenceDocument document, StepJson steps, string node, string port) =>
        Entries.Where(entry => NodeKinds.Of(entry.Kind).TakesEdges)
            .Select(entry => new PaletteChoice(entry, ConnectRules.RefusalBehind(document, steps, node, port, entry.Content)));

    /// <summary>What can stand on an edge, and what cannot and why: for the plus button on the edge.</summary>
    public IEnumerable<PaletteChoice> WhatCanStandOn(SequenceDocument document, StepJson steps, Edge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        return WhatCanFollow(document, steps, edge.From, Ports.Of(edge));
    }

    /// <summary>What can stand before a node, and what cannot and why. Before a step that nothing
    /// leads to beginnings can stand too.</summary>
    public IEnumerable<PaletteChoice> WhatCanStandBefore(SequenceDocument document, string node)
    {
        ArgumentNullException.ThrowIfNull(document);
        var draft = new Draft(document);
        var isLed = draft.To(node).Any();
        return Entries.Where(entry => NodeKinds.Of(entry.Kind).Part != NodePart.Note && (!isLed || NodeKinds.Of(entry.Kind).TakesEdges))
            .Select(entry => new PaletteChoice(entry, AddBefore.Refusal(draft, entry.Content, node)));
    }

    private static IEnumerable<PaletteEntry> Entry(StepJson steps, NodeKind kind)
    {
        var info = NodeKinds.Of(kind);
        if (!info.TakesStep)
        {
            yield return new PaletteEntry(kind, null, info.Title, info.Icon, info.Group ?? "", new NodeContent(kind));
            yield break;
        }

        foreach (var type in steps.Catalog.All)
            if (info.Fits(type) && FreshSteps.Of(steps, kind, type.Id) is { } content)
                yield return new PaletteEntry(kind, type.Id, type.Title, type.Icon, info.Group ?? type.Group, content);
    }
}
