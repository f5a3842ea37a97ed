using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>What can be said of a condition before any customer is known.</summary>
internal enum Prospect
{
    Open,
    Never,
    Always,
}

/// <summary>Judges conditions by their form: contradictions, empty groups, records that cannot be there.</summary>
internal static class Prospects
{
    /// <summary>Only for conditions whose nesting has been checked: this goes down with them.</summary>
    public static Prospect Of(Condition condition, StepJson steps, PossibleRecords records)
    {
        if (condition is ConditionStep leaf)
            return records.WhyNeverInSequence(leaf) is null ? Prospect.Open : leaf.Not ? Prospect.Always : Prospect.Never;
        var group = (ConditionGroup)condition;
        var members = group.Members.Select(member => Of(member, steps, records)).ToArray();
        var (blocked, free) = group.Combine == Combination.All ? (Prospect.Never, Prospect.Always) : (Prospect.Always, Prospect.Never);
        var answer = members.Contains(blocked) || Contradicts(group, steps) ? blocked
            : members.All(member => member == free) ? free
            : Prospect.Open;
        return group.Combine != Combination.None
            ? answer
            : answer switch { Prospect.Always => Prospect.Never, Prospect.Never => Prospect.Always, Prospect.Open => Prospect.Open };
    }

    private static bool Contradicts(ConditionGroup group, StepJson steps)
    {
        var seen = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var member in group.Members.OfType<ConditionStep>().Where(steps.Catalog.Knows))
        {
            var text = steps.ToText(member with { Not = false });
            if (!seen.TryAdd(text, member.Not) && seen[text] != member.Not) return true;
        }

        return false;
    }
}
