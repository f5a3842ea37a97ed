using System.Collections;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Plans.Checks.Settings;

/// <summary>
/// <c>stop-never-holds</c>, <c>stop-always-holds</c>: a Stop When whose answer is settled already; <c>stop-blocks-entry</c>: one
/// that holds for everybody who could enter, so that nobody does.
/// </summary>
internal sealed class StopWhenCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        var records = PossibleRecords.Of(drawing);
        var entries = EntryTrees.Of(drawing);
        var required = Required(drawing, entries);
        foreach (var i in drawing.Of(NodeKind.StopWhen))
        {
            if (drawing.Nodes[i].When is not { Members.IsDefaultOrEmpty: false } when || drawing.Conditions[i].TooDeep) continue;
            var node = drawing.Nodes[i].Id;
            var why = drawing.Conditions[i].Leaves
                .Select(leaf => records.WhyNeverInSequence(leaf.Condition))
                .FirstOrDefault(reason => reason is not null);
            var prospect = Prospects.Of(when, drawing.Steps, records);
            if (prospect == Prospect.Never)
                yield return new Diagnostic("stop-never-holds", Severity.Error, node, "when", why is null
                    ? "This Stop When can never be met: its conditions contradict each other. Change them, or delete it."
                    : $"This Stop When can never be met. {why} Choose any record instead of the same record, or delete it.");
            else if (prospect == Prospect.Always)
                yield return new Diagnostic(
                    "stop-always-holds", Severity.Error, node, "when",
                    "This Stop When is met from the start, so no one could ever enter. Change its conditions, or delete it.");
            else if (Blocks(drawing.Steps, required, when) is { } blocked)
                yield return new Diagnostic("stop-blocks-entry", blocked, node, "when",
                    "This Stop When is met by the same condition customers must meet to enter, so they would never enter. Change one of "
                        + "the two.");
            if (prospect == Prospect.Open && why is not null)
                yield return new Diagnostic(
                    "no-record", Severity.Warning, node, "when", $"{why} That part of this Stop When will never be met.");
        }
    }

    private static Severity? Blocks(StepJson steps, Dictionary<string, BitArray> required, ConditionGroup stop)
    {
        if (stop.Combine == Combination.None || (stop.Combine == Combination.All && stop.Members.Length > 1)) return null;
        BitArray? blocked = null;
        foreach (var text in Known(stop.Members, steps).Distinct(StringComparer.Ordinal))
            if (required.GetValueOrDefault(text) is { } these) blocked = blocked?.Or(these) ?? new BitArray(these);
        return blocked is null ? null : blocked.HasAllSet() ? Severity.Error : Severity.Warning;
    }

    // The ways in by each condition without which they let nobody in.
    private static Dictionary<string, BitArray> Required(Drawing drawing, EntryTrees entries)
    {
        var required = new Dictionary<string, BitArray>(StringComparer.Ordinal);
        for (var way = 0; way < entries.Roots.Count; way++)
        {
            if (drawing.Nodes[entries.Roots[way]] is not { Kind: NodeKind.And, When: { Members.IsDefaultOrEmpty: false } when }) continue;
            if (when.Combine != Combination.All && (when.Combine != Combination.Any || when.Members.Length > 1)) continue;
            foreach (var text in Known(when.Members, drawing.Steps))
            {
                if (!required.TryGetValue(text, out var these)) required.Add(text, these = new BitArray(entries.Roots.Count));
                these[way] = true;
            }
        }

        return required;
    }

    private static IEnumerable<string> Known(IEnumerable<Condition> members, StepJson steps) =>
        members.OfType<ConditionStep>().Where(steps.Catalog.Knows).Select(member => steps.ToText(member));
}
