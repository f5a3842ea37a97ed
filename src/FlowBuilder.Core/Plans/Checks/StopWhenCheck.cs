using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans.Checks;

/// <summary>
/// <c>stop-never-holds</c>, <c>stop-always-holds</c>: a Stop When whose answer is settled already; <c>stop-blocks-entry</c>: one
/// that holds for everybody who could enter, so that nobody does.
/// </summary>
internal sealed class StopWhenCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        var records = RecordScope.Of(drawing);
        var entries = EntryTrees.Of(drawing);
        foreach (var i in drawing.Of(NodeKind.StopWhen))
        {
            if (drawing.Nodes[i].When is not { Members.IsDefaultOrEmpty: false } when || drawing.Conditions[i].TooDeep) continue;
            var node = drawing.Nodes[i].Id;
            var why = drawing.Conditions[i].Leaves.Select(leaf => records.WhyNeverInSequence(leaf.Condition)).FirstOrDefault(reason => reason is not null);
            var prospect = Prospects.Of(when, drawing.Steps, records);
            if (prospect == Prospect.Never)
                yield return new Diagnostic("stop-never-holds", Severity.Error, node, "when", why is null
                    ? "This Stop When can never be met: its conditions contradict each other. Change them, or delete it."
                    : $"This Stop When can never be met. {why} Ask for any record instead of the same one, or delete it.");
            else if (prospect == Prospect.Always)
                yield return new Diagnostic("stop-always-holds", Severity.Error, node, "when", "This Stop When is met from the start, so nobody could ever enter. Change its conditions, or delete it.");
            else if (Blocks(drawing, entries, when) is { } blocked)
                yield return new Diagnostic("stop-blocks-entry", blocked == Severity.Error ? Severity.Error : Severity.Warning, node, "when",
                    "This Stop When is met by the very condition that customers must fulfil to enter, so they would never enter. Change one of the two.");
            if (prospect == Prospect.Open && why is not null)
                yield return new Diagnostic("no-record", Severity.Warning, node, "when", $"{why} That part of this Stop When will never be met.");
        }
    }

    private static Severity? Blocks(Drawing drawing, EntryTrees entries, ConditionGroup stop)
    {
        if (stop.Combine == Combination.None || (stop.Combine == Combination.All && stop.Members.Length > 1)) return null;
        var stops = stop.Members.OfType<ConditionStep>().Where(drawing.Steps.Catalog.Knows).Select(member => drawing.Steps.ToText(member)).ToHashSet(StringComparer.Ordinal);
        var blocked = entries.Roots.Count(root => Required(drawing.Nodes[root]).Where(drawing.Steps.Catalog.Knows).Any(required => stops.Contains(drawing.Steps.ToText(required))));
        return blocked == 0 ? null : blocked == entries.Roots.Count ? Severity.Error : Severity.Warning;
    }

    private static IEnumerable<ConditionStep> Required(Node node) =>
        node is { Kind: NodeKind.And, When: { Members.IsDefaultOrEmpty: false } when } && (when.Combine == Combination.All || (when.Combine == Combination.Any && when.Members.Length == 1))
            ? when.Members.OfType<ConditionStep>()
            : [];
}
