using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Entering;

/// <summary>
/// Asks the entry rules of one version: triggers joined by AND and OR. A trigger fires or not. OR takes the first input that fires and
/// holds, else a condition of its own that <i>turns</i> true. AND judges its conditions at that moment; with several inputs each is an
/// arm that is remembered until the last one completes it.
/// </summary>
internal sealed class EntryRules(Turn turn, PublishedSequence published, EntryCause cause)
{
    /// <summary>While entries are refused anyway (paused) nothing is remembered.</summary>
    public bool Forgetful { get; init; }

    public EntryAnswer Ask(EntryRule rule) => rule switch
    {
        EntryRule.Fires fires => Ask(fires),
        EntryRule.Any any => Ask(any),
        EntryRule.All all => Ask(all),
        _ => throw new InvalidOperationException($"Unknown rule {rule.GetType().Name}."),
    };

    private EntryAnswer Ask(EntryRule.Fires fires)
    {
        if (cause.Forced) return EntryAnswer.Enters(cause.Record);
        if (cause.Moment is { } moment) return moment.Node == fires.Node ? EntryAnswer.Enters(moment.Record) : EntryAnswer.Silent;
        return fires.Trigger.ListensTo.Contains(cause.Event.Name) && fires.Trigger.Answers(cause.Event, turn.Facts)
            ? EntryAnswer.Enters(cause.Record)
            : EntryAnswer.Silent;
    }

    private EntryAnswer Ask(EntryRule.Any any)
    {
        var answer = EntryAnswer.Silent;
        foreach (var input in any.Inputs)
        {
            var arm = Ask(input);
            if (arm.Way == EntryWay.Enters) return arm;
            if (answer.Way == EntryWay.Silent) answer = arm;
        }

        return any.When is { } when && Turned(any.Node, when) ? EntryAnswer.Enters(cause.Record) : answer;
    }

    private bool Turned(string node, ConditionGroup when)
    {
        if (cause.Moment is { } moment)
            return moment.Node == node && Turned(when,
                new ConditionContext(turn.Facts, moment.At.AddTicks(-1), null, null, moment.Record),
                new ConditionContext(turn.Facts, moment.At, null, cause.Starting, moment.Record));
        return Turned(when,
            new ConditionContext(cause.Before, turn.Now, null, null, cause.Record),
            new ConditionContext(turn.Facts, turn.Now, null, cause.Starting, cause.Record));
    }

    /// <summary>Members of an <i>any</i> group turn one by one; another group turns as a whole.</summary>
    private static bool Turned(Condition condition, ConditionContext before, ConditionContext after)
    {
        if (condition is not ConditionGroup { Combine: Combination.Any } group) return condition.Holds(after) && !condition.Holds(before);
        foreach (var member in group.Members)
            if (Turned(member, before, after)) return true;
        return false;
    }

    private EntryAnswer Ask(EntryRule.All all)
    {
        if (all.Inputs.Length == 1)
        {
            var only = Ask(all.Inputs[0]);
            return only.Way == EntryWay.Enters ? Judged(all, only.Record) : only;
        }

        var fired = new bool[all.Inputs.Length];
        var (first, refused) = (EntryAnswer.Silent, EntryAnswer.Silent);
        for (var i = 0; i < all.Inputs.Length; i++)
        {
            var arm = Ask(all.Inputs[i]);
            fired[i] = arm.Way == EntryWay.Enters;
            if (fired[i] && first.Way == EntryWay.Silent) first = arm;
            if (arm.Way == EntryWay.Refused && refused.Way == EntryWay.Silent) refused = arm;
        }

        if (first.Way == EntryWay.Silent) return refused;
        var arms = new Arms(turn, published, all, first.Record);
        if (!arms.Complete(fired, out var record, out var missing))
        {
            if (!Forgetful) arms.Remember(fired);
            return EntryAnswer.Refused(
                $"it is still waiting for the rest of its AND ({missing} of {fired.Length} parts are missing)", all.Node);
        }

        var judged = Judged(all, record);
        if (Forgetful) return judged;
        if (judged.Way == EntryWay.Enters) arms.Forget(record);
        else arms.Remember(fired);
        return judged;
    }

    private EntryAnswer Judged(EntryRule.All all, RecordKey? record)
    {
        if (all.When is not { } when) return EntryAnswer.Enters(record);
        var c = new ConditionContext(turn.Facts, turn.Now, null, cause.Starting, record);
        return when.Holds(c)
            ? EntryAnswer.Enters(record)
            : EntryAnswer.Refused(ReasonPhrases.WhyNot(when, c, ReasonPhrases.Names(turn.Setting.Plans, published.Company)), all.Node);
    }
}
