using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Reviews;

/// <summary>Whether the AND conditions by which a customer entered still hold.</summary>
internal static class Qualification
{
    /// <summary>Which part no longer holds; null when the customer still qualifies.</summary>
    public static string? Lost(Turn turn, Enrollment run, PublishedSequence published)
    {
        var c = new ConditionContext(turn.Facts, turn.Now, null, run.Event, run.Record);
        string? lost = null;
        foreach (var entry in published.Plan.Entries)
        {
            if (entry.FirstStep != run.Cursor) continue;
            if (Against(entry.Rule, c, turn, published) is not { } against) return null;
            lost ??= against;
        }

        return lost;
    }

    private static string? Against(EntryRule rule, ConditionContext c, Turn turn, PublishedSequence published)
    {
        switch (rule)
        {
            case EntryRule.All all:
                foreach (var input in all.Inputs)
                    if (Against(input, c, turn, published) is { } against) return against;
                return all.When is { } when && !when.Holds(c)
                    ? ReasonPhrases.WhyNot(when, c, ReasonPhrases.Names(turn.Setting.Plans, published.Company))
                    : null;
            case EntryRule.Any any:
                string? first = null;
                foreach (var input in any.Inputs)
                {
                    if (Against(input, c, turn, published) is not { } against) return null;
                    first ??= against;
                }

                return any.When is { } own && own.Holds(c) ? null : first;
            default:
                return null;
        }
    }
}
