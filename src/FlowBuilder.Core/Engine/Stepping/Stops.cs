using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Stepping;

/// <summary>
/// Stop When beats everything that has not begun to leave. Of several that hold the first in document order counts, and only its stop
/// actions are done, walked like every other step, the run being Active until its chain ends. A run in review ends at once, its
/// tidy-only stop actions done in the same turn.
/// </summary>
internal static class Stops
{
    public static ConditionContext Context(Turn turn, Enrollment run) => new(turn.Facts, turn.Now, run, run.Event, run.Record);

    /// <summary>Index of the first Stop When that holds; -1 when none does, or when one has been met before.</summary>
    public static int Met(Turn turn, Enrollment run, Plan plan)
    {
        if (run.StopChain is not null || plan.Stops.IsEmpty) return -1;
        var c = Context(turn, run);
        for (var i = 0; i < plan.Stops.Length; i++)
            if (plan.Stops[i].When.Holds(c)) return i;
        return -1;
    }

    /// <summary>Every live run of the customer is asked on every event, held ones too.</summary>
    public static void OnEvent(Turn turn)
    {
        // Read again by id: one stop's tidying up may have ended another run.
        var runs = turn.Facts.Enrollments;
        for (var i = 0; i < runs.Count; i++)
            if (runs[i] is { IsLive: true } known && turn.PlanOf(known) is { } published && turn.Run(known.Id) is { IsLive: true } run)
                Judge(turn, run, published);
    }

    /// <summary>Stops the run if a Stop When holds.</summary>
    public static bool Judge(Turn turn, Enrollment run, PublishedSequence published)
    {
        var met = Met(turn, run, published.Plan);
        if (met < 0) return false;
        var stop = published.Plan.Stops[met];
        var reason =
            $"Stopped because "
                + $"{ReasonPhrases.WhyHolds(stop.When, Context(turn, run), ReasonPhrases.Names(turn.Setting.Plans, run.Company))}.";
        turn.Decide(run.Sequence, run.Id, DecisionOutcome.Stopped, reason, stop.Node);
        if (run.State == EnrollmentState.Review)
        {
            turn.Save(RunProgress.Ended(run, EnrollmentState.Stopped, reason, turn.Now));
            var left = StopActions.TidyUp(turn, run, published, met);
            OpenReviews.End(
                turn, run,
                left == 0
                    ? reason
                    : $"{reason} {(left == 1 ? "1 stop action that sends something was" : $"{left} stop actions that send something were")} skipped.");
            return true;
        }

        CutShort(turn, run, published.Plan, reason);
        turn.Save(stop.FirstAction == PlanStep.End
            ? RunProgress.Ended(run, EnrollmentState.Stopped, reason, turn.Now)
            : RunProgress.Arrived(
                run with { StopChain = met, EndReason = reason, SkipsToNextWait = false }, stop.FirstAction, published.Plan, turn.Now));
        return true;
    }

    /// <summary>A person or another sequence stops the run, at once. Tidying up does the tidy-only stop actions of all chains.</summary>
    public static void End(Turn turn, Enrollment run, PublishedSequence published, string reason, string? by, bool tidyUp)
    {
        turn.Decide(run.Sequence, run.Id, DecisionOutcome.Stopped, reason, by);
        CutShort(turn, run, published.Plan, reason);
        turn.Save(RunProgress.Ended(run, EnrollmentState.Stopped, reason, turn.Now));
        if (tidyUp) StopActions.TidyUp(turn, run, published, null);
    }

    /// <summary>What has not begun to leave never will; what has begun finishes its message, but not its step.</summary>
    private static void CutShort(Turn turn, Enrollment run, Plan plan, string reason)
    {
        OpenReviews.End(turn, run, reason);
        var leaving = Outbox.CancelWaiting(turn, run, reason);
        if (run.State is EnrollmentState.Waiting or EnrollmentState.Sending)
            turn.Write(RunProgress.Row(
                run, plan.Steps[run.Cursor], turn.Now, StepResult.Cancelled,
                because: leaving ? reason + " A message was already on its way." : reason));
    }
}
