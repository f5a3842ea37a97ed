using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Application.Sequences;

/// <summary>Walks the entry rules of a plan.</summary>
public static class EntryWalk
{
    /// <summary>Every rule of every entry, outermost first.</summary>
    public static IEnumerable<EntryRule> Of(Plan plan)
    {
        var open = new Stack<EntryRule>(plan.Entries.Select(entry => entry.Rule));
        while (open.TryPop(out var rule))
        {
            yield return rule;
            foreach (var input in InputsOf(rule)) open.Push(input);
        }
    }

    /// <summary>Whether time alone can make it come true.</summary>
    public static bool HasMoments(EntryRule rule) => rule is EntryRule.Fires { Trigger: ClockTrigger } or EntryRule.Any { When.DependsOn.OnTime: true };

    private static IEnumerable<EntryRule> InputsOf(EntryRule rule) => rule switch
    {
        EntryRule.All all => all.Inputs,
        EntryRule.Any any => any.Inputs,
        _ => [],
    };
}
