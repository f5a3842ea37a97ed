using System.Collections.Immutable;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Comparing;

/// <summary>
/// What is different between two documents of a sequence, in sentences: for publishing and for comparing versions. Where nodes are drawn is
/// no difference; everything that decides what the sequence does is mentioned.
/// </summary>
public static class Differences
{
    /// <summary>The differences: rules first, then what was removed, then nodes in the order of the
    /// newer document, then what follows what.</summary>
    public static ImmutableArray<Difference> Of(SequenceDocument before, SequenceDocument after, StepJson steps, Names? names = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(steps);
        names = NodeNames.Of(names ?? Names.Unknown, after.Nodes.Concat(before.Nodes).Select(node => (node.Id, node.Step)));
        var old = before.Nodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id, StringComparer.Ordinal);
        var now = after.Nodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id, StringComparer.Ordinal);
        var removed = before.Nodes.Where(node => !now.ContainsKey(node.Id))
            .Select(
                node => new Difference(
                    DifferenceKind.Removed, node.Id,
                    node.Kind == NodeKind.Note
                        ? $"Removed the note {NodePhrases.Quote(node, names)}."
                        : $"Removed {NodePhrases.Quote(node, names)}."));
        var connections = new ConnectionDifferences(before, after, names);
        var changed = after.Nodes.SelectMany(node => old.TryGetValue(node.Id, out var was)
            ? NodeDifferences.Of(was, node, steps, names)
            : [new Difference(
                DifferenceKind.Added, node.Id,
                node.Kind == NodeKind.Note
                    ? $"Added the note {NodePhrases.Quote(node, names)}."
                    : $"Added {NodePhrases.Quote(node, names)}{connections.Place(node)}.")]);
        return [.. RuleDifferences.Of(before, after, names), .. removed, .. changed, .. connections.Changed(), .. Order(before, after)];
    }

    /// <summary>Of several Stop Whens that hold the first counts, and of several ways in as well.</summary>
    private static IEnumerable<Difference> Order(SequenceDocument before, SequenceDocument after)
    {
        var (old, now) = (Ids(before), Ids(after));
        if (!old.Where(now.ToHashSet(StringComparer.Ordinal).Contains)
            .SequenceEqual(now.Where(old.ToHashSet(StringComparer.Ordinal).Contains)))
            yield return new Difference(
                DifferenceKind.Rule, null,
                "The order of the triggers or Stop Whens has changed: where several could apply, a different one now comes first.");

        static List<string> Ids(SequenceDocument document) =>
            [.. document.Nodes
                .Where(node => node.Kind is NodeKind.Trigger or NodeKind.StopWhen or NodeKind.Or)
                .OrderBy(node => node.Kind == NodeKind.StopWhen)
                .Select(node => node.Id)];
    }
}
