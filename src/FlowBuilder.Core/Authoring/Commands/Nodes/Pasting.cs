using System.Collections.Immutable;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Nodes;

/// <summary>What pasting and duplicating have in common.</summary>
internal static class Pasting
{
    private const double Aside = 40;

    public static DesignResult Put(SequenceDocument document, DesignContext c, SequenceDocument fragment, Position? at, string verb)
    {
        if (fragment.Nodes.IsDefaultOrEmpty) return new DesignResult.Refused("There is nothing to paste. Copy some steps first.");
        var draft = new Draft(document);
        if (Adding.Full(draft, fragment.Nodes.Length) is { } full) return new DesignResult.Refused(full);
        c.Ids.Learn(fragment);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var corner = Box.Around(fragment.Nodes.Select(c.Layout.BoxOf));
        var (dx, dy) = at is { } place ? (place.X - corner.X, place.Y - corner.Y) : Beside(draft, fragment, c.Layout);
        foreach (var node in fragment.Nodes) ids.TryAdd(node.Id, c.Ids.Next(node.Kind));
        var copies = new List<Node>();
        foreach (var node in fragment.Nodes.DistinctBy(node => node.Id))
        {
            var (read, refusal) = Readable.Take(node with { Id = "copy" }, c.Steps);
            if (read is null) return new DesignResult.Refused(refusal!);
            var renamed = StepCopies.Renamed(
                read, c.Steps.Catalog, id => ids.GetValueOrDefault(id) ?? (draft.Find(id) is null ? null : id));
            var copy = renamed with { Id = ids[node.Id] };
            draft.Add(copy);
            draft.Place(copy.Id, new Position(node.At.X + dx, node.At.Y + dy));
            copies.Add(draft.Find(copy.Id)!);
        }

        foreach (var edge in fragment.Edges.IsDefault ? [] : fragment.Edges)
            if (ids.TryGetValue(edge.From, out var from) && ids.TryGetValue(edge.To, out var to) && draft.At(from, Ports.Of(edge)) is null
                && ConnectRules.Refusal(draft, from, Ports.Of(edge), to) is null) draft.Connect(from, Ports.Of(edge), to);
        var pasted = draft.Document with { References = References(document, fragment) };
        return new DesignResult.Done(pasted, $"{verb} {NodePhrases.Several(copies, c.Names)}", [.. copies.Select(node => node.Id)]);
    }

    // What the copied steps name by a foreign id can be matched here by the name that came with it.
    private static ImmutableSortedDictionary<string, string> References(SequenceDocument document, SequenceDocument fragment)
    {
        var references = document.References;
        foreach (var (key, name) in fragment.References)
            if (references.Count < DocumentLimits.References && !references.ContainsKey(key)) references = references.Add(key, name);
        return references;
    }

    private static (double Dx, double Dy) Beside(Draft draft, SequenceDocument fragment, LayoutOptions layout)
    {
        var taken = draft.Nodes.Select(node => node.At).ToHashSet();
        for (var aside = Aside; ; aside += Aside)
            if (!fragment.Nodes.Any(node => taken.Contains(new Position(node.At.X + aside, node.At.Y + aside))) || aside > Aside * 100)
                return (aside, aside);
    }
}
