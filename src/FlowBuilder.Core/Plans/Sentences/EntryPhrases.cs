using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans.Sentences;

/// <summary>Entry rules in words. Rules are at most as deep as the compiler allows, so recursion is safe.</summary>
internal static class EntryPhrases
{
    public static string Of(EntryRule rule, SequenceSettings settings, Names names) => rule switch
    {
        EntryRule.Fires fires => fires.Trigger.Sentence(names),
        EntryRule.All all => All(all, settings, names),
        EntryRule.Any any => Any(any, settings, names),
        _ => "",
    };

    private static string All(EntryRule.All rule, SequenceSettings settings, Names names)
    {
        var arms = rule.Inputs.Select(
            input => input is EntryRule.Any && Parts(input) > 1 ? $"({Of(input, settings, names)})" : Of(input, settings, names)).ToArray();
        var text = string.Join(" AND ", arms);
        if (arms.Length > 1) text += $" (each is remembered for {settings.ArmMemory.ToWords()})";
        return rule.When is { } when ? $"{text} AND {Group(when, names)}" : text;
    }

    private static string Any(EntryRule.Any rule, SequenceSettings settings, Names names)
    {
        var ways = rule.Inputs.Select(
            input => input is EntryRule.All && Parts(input) > 1 ? $"({Of(input, settings, names)})" : Of(input, settings, names));
        if (rule.When is { } when)
            ways = ways.Concat(when.Combine == Combination.Any
                ? when.Members.Select(member => $"it becomes true that {Member(member, names)}")
                : [$"it becomes true that {Group(when, names)}"]);
        return string.Join(" OR ", ways);
    }

    private static int Parts(EntryRule rule) => rule.Inputs.Length + (rule.When?.Members.Length ?? 0);

    private static string Member(Condition member, Names names) =>
        member is ConditionGroup group ? Group(group, names) : member.Sentence(names);

    private static string Group(ConditionGroup group, Names names) =>
        group.Combine == Combination.Any && group.Members.Length > 1 ? $"({group.Sentence(names)})" : group.Sentence(names);
}
