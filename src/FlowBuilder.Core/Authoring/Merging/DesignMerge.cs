using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Merging;

/// <summary>
/// Puts together what two people made of one draft. Edits to different nodes, settings, ports or rules are both kept. Where both changed
/// the same it says who did what and decides nothing by itself. Where a node is drawn is nobody's loss: mine counts.
/// </summary>
public static class DesignMerge
{
    /// <summary>Merges.</summary>
    /// <param name="from">The document both began with.</param>
    /// <param name="mine">What I made of it.</param>
    /// <param name="theirs">What the other made of it.</param>
    /// <param name="steps">The catalogue and its JSON.</param>
    /// <param name="who">The other's name; null: somebody else.</param>
    /// <param name="names">What the marketer calls templates, sequences and people.</param>
    /// <param name="decide">Whose change counts in conflicts, which are told all the same; null: no document comes of conflicts.</param>
    public static MergeResult Of(
        SequenceDocument from, SequenceDocument mine, SequenceDocument theirs, StepJson steps, string? who = null, Names? names = null,
        MergeSide? decide = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(steps);
        if (ReferenceEquals(theirs, from) || ReferenceEquals(mine, theirs)) return new MergeResult(mine, []);
        if (ReferenceEquals(mine, from)) return new MergeResult(theirs, []);
        var merge = new Merge(from, mine, theirs, steps, who ?? "Someone else", names ?? Names.Unknown, decide);
        var document = RulesMerge.Of(merge);
        var nodes = NodeMerge.Of(merge);
        var order = OrderMerge.Of(merge, nodes);
        document = document with { Nodes = order, Edges = EdgeMerge.Of(merge, nodes) };
        return new MergeResult(merge.Conflicts.Count == 0 || decide is not null ? document : null, [.. merge.Conflicts]);
    }
}
