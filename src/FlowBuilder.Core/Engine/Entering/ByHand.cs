using FlowBuilder.Core.Engine.Stepping;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Core.Engine.Entering;

/// <summary>What people do to runs: enroll and stop.</summary>
internal static class ByHand
{
    /// <summary>
    /// A sequence with a manual trigger enters there. One without can be enrolled in all the same: at its first entry, all triggers
    /// counting as fired, its AND conditions being judged.
    /// </summary>
    public static TurnAnswer Enroll(Turn turn, TurnInput.EnrollByHand input)
    {
        if (turn.Setting.Plans.Newest(turn.Facts.Company.Id, input.Sequence) is not { } published)
            return new TurnAnswer.Refused(Refusal.NotFound, "That sequence is not published.");
        if (input.Record is { } record && !turn.Facts.Records.ContainsKey(record))
            return new TurnAnswer.Refused(Refusal.NotFound, $"The customer has no {ReasonPhrases.Of(record)}.");
        var happened = turn.Own(
            EventNames.EnrolledByHand, Properties.Of(("by", input.By), ("sequence", input.Sequence.ToString())), record: input.Record);
        turn.Record(happened);
        var cause = new EntryCause { Event = happened, Before = turn.Facts, By = input.By };
        return Entry.Ask(turn, published, published.Plan.EntryRules.Any(IsManual) ? cause : cause with { Forced = true });
    }

    public static TurnAnswer Stop(Turn turn, TurnInput.StopByHand input)
    {
        if (turn.Run(input.Enrollment) is not { } run || turn.PlanOf(run) is not { } published)
            return new TurnAnswer.Refused(Refusal.NotFound, "That run does not exist.");
        if (!run.IsLive) return new TurnAnswer.Refused(Refusal.WrongState, $"It has already ended: {run.EndReason}");
        Stops.End(turn, run, published, $"Stopped by hand, by {input.By}.", input.By, input.TidyUp);
        return TurnAnswer.Ok;
    }

    private static bool IsManual(EntryRule rule) =>
        rule is EntryRule.Fires fires && fires.Trigger.ListensTo.Contains(EventNames.EnrolledByHand);
}
