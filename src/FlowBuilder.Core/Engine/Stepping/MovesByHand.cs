using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Engine.Stepping;

/// <summary>
/// A person moves a run along: past a wait, to a later step, or on with a message that waits to be tried again. Runs move forward only. A
/// step that lies ahead has not been done, or is in a cycle and counts its passes; so each effect keeps a key of its own. What waits for an
/// approval stays where it is, and stops are judged before the next action as always.
/// </summary>
internal static class MovesByHand
{
    public static TurnAnswer SkipWait(Turn turn, TurnInput.SkipWaitByHand input)
    {
        if (Refusal(turn, input.Enrollment) is { } refusal) return refusal;
        var (run, published) = Of(turn, input.Enrollment);
        var at = published.Plan.Steps[run.Cursor];
        if (run.State != EnrollmentState.Waiting || at.Step is not WaitStep) return Wrong("It is not at a wait.");
        Interpreter.Leave(turn, run, published, at, StepResult.Skipped, "out", $"Skipped by hand, by {input.By}.");
        return TurnAnswer.Ok;
    }

    public static TurnAnswer Move(Turn turn, TurnInput.MoveByHand input)
    {
        if (Refusal(turn, input.Enrollment) is { } refusal) return refusal;
        var (run, published) = Of(turn, input.Enrollment);
        var target = published.Plan.Steps.FirstOrDefault(step => step.Node == input.Node);
        if (target is null) return new TurnAnswer.Refused(Engine.Turns.Refusal.NotFound, "Its version of the sequence has no such step.");
        if (!published.Plan.LiesAhead(run.Cursor, target.Index))
            return Wrong(
                "That step is not ahead of the current one. Customers are never moved back, because what was done would be done twice.");
        if (Outbox.IsLeaving(turn, run.Id)) return Wrong("A message is being sent right now. Try again in a moment.");
        var reason =
            $"Moved ahead by hand, by {input.By}, to “{target.Step.Sentence(ReasonPhrases.Names(turn.Setting.Plans, run.Company))}”.";
        Outbox.CancelWaiting(turn, run, reason);
        turn.Write(RunProgress.Row(run, published.Plan.Steps[run.Cursor], turn.Now, StepResult.Skipped, because: reason));
        turn.Save(RunProgress.Arrived(run with { SkipsToNextWait = false }, target.Index, published.Plan, turn.Now));
        return TurnAnswer.Ok;
    }

    public static TurnAnswer Retry(Turn turn, TurnInput.RetryByHand input)
    {
        if (Refusal(turn, input.Enrollment) is { } refusal) return refusal;
        return Outbox.TryNow(turn, input.Enrollment) > 0 ? TurnAnswer.Ok : Wrong("None of its messages are waiting to be retried.");
    }

    private static TurnAnswer.Refused? Refusal(Turn turn, EnrollmentId id)
    {
        if (turn.Run(id) is not { } run || turn.PlanOf(run) is null)
            return new TurnAnswer.Refused(Engine.Turns.Refusal.NotFound, "That run does not exist.");
        if (!run.IsLive) return Wrong($"It has already ended: {run.EndReason}");
        if (run.Hold != Hold.None) return Wrong("It is held. Lift the hold first.");
        if (run.StopChain is not null) return Wrong("It is already stopping.");
        if (turn.Reviews.Exists(review => review.Enrollment == id && review.State == ReviewState.Waiting))
            return Wrong("It waits for a person’s approval. Approve or reject it first.");
        return null;
    }

    private static (Enrollment Run, PublishedSequence Published) Of(Turn turn, EnrollmentId id)
    {
        var run = turn.Run(id)!;
        return (run, turn.PlanOf(run)!);
    }

    private static TurnAnswer.Refused Wrong(string because) => new(Engine.Turns.Refusal.WrongState, because);
}
