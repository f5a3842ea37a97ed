using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Stepping;

/// <summary>
/// Advances one run by one step. The step decides (purely), the run moves on, one row of history says what came of it, and the effects
/// are applied. The same code runs a customer, a reviewer's preview and a replay.
/// </summary>
internal static class Interpreter
{
    /// <summary>Runs the step an Active run stands on.</summary>
    public static void Advance(Turn turn, Enrollment run, PublishedSequence published)
    {
        var at = published.Plan.Steps[run.Cursor];
        turn.Setting.OnStep?.Invoke(new StepBegun(run, at, turn.Facts, turn.ChangeCount));
        if (run.SkipsToNextWait && at.Step is ActionStep)
        {
            Leave(turn, run, published, at, StepResult.Skipped, "out", "Skipped: it was past due.");
            return;
        }

        if (at.Step is WaitStep && run.SkipsToNextWait) run = run with { SkipsToNextWait = false };
        var c = RunProgress.Context(turn, run, at.Node, run.Pass, turn.Now);
        var outcome = Run(at, c);
        // A wait that is over as soon as it begins needs no turn of its own.
        if (outcome is StepOutcome.Waits { Until: { } until } && until <= turn.Now && at.Step is WaitStep over) outcome = over.OnDue(c);
        Take(turn, run, published, at, outcome, c);
    }

    private static StepOutcome Run(PlanStep at, StepContext c)
    {
        try
        {
            return at.Step.Run(c);
        }
        catch (UnfilledTextException unfilled)
        {
            return new StepOutcome.Failed(unfilled.Message);
        }
    }

    /// <summary>Does what a step decided.</summary>
    public static void Take(Turn turn, Enrollment run, PublishedSequence published, PlanStep at, StepOutcome outcome, StepContext c)
    {
        switch (outcome)
        {
            case StepOutcome.Goes { Effects.IsDefaultOrEmpty: false } goes when Overfull.Refuses(turn, run, goes.Effects) is { } tooMuch:
                Failed(turn, run, published, at, tooMuch);
                break;
            case StepOutcome.Goes goes:
                Leave(
                    turn, run, published, at, goes.Port == TimedOut ? StepResult.TimedOut : StepResult.Done, goes.Port, goes.Because, goes);
                break;
            case StepOutcome.Skips skips:
                Leave(turn, run, published, at, StepResult.Skipped, "out", skips.Because);
                break;
            case StepOutcome.Failed failed:
                Failed(turn, run, published, at, failed.Because);
                break;
            case StepOutcome.Ends ends:
                End(turn, run, at, ends.Because, ends.IsFault);
                break;
            case StepOutcome.Waits waits:
                turn.Save(run with { State = EnrollmentState.Waiting, DueAt = waits.Until, SkipsToNextWait = false });
                break;
            case StepOutcome.Sends sends:
                turn.Save(run with { State = EnrollmentState.Sending, DueAt = null });
                Outbox.Begin(turn, run, published, at, sends, c);
                break;
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }

    /// <summary>The step is behind: one row of history, and the run stands on what follows.</summary>
    public static void Leave(
        Turn turn, Enrollment run, PublishedSequence published, PlanStep at, StepResult result, string port, string? because,
        StepOutcome.Goes? done = null)
    {
        var to = at.After(port);
        turn.Save(to != PlanStep.End ? RunProgress.Arrived(run, to, published.Plan, turn.Now)
            : run.StopChain is null ? RunProgress.Ended(run, EnrollmentState.Done, "Reached the end.", turn.Now)
            : RunProgress.Ended(run, EnrollmentState.Stopped, run.EndReason, turn.Now));
        if (done is not null)
            foreach (var effect in done.Effects) because = Effects.Apply(turn, run, at, effect) ?? because;
        turn.Write(RunProgress.Row(run, at, turn.Now, result, at.Step.Ports.Length > 1 ? port : null, because));
    }

    /// <summary>A step could not be done: a message step says what follows, everything else goes on.</summary>
    public static void Failed(Turn turn, Enrollment run, PublishedSequence published, PlanStep at, string because)
    {
        if (at.Step is not (MessageStep { OnFailure: OnFailure.Stop } or MessageStep { OnSkipped: OnSkipped.Stop })
            || run.StopChain is not null)
        {
            Leave(turn, run, published, at, StepResult.Failed, "out", because);
            return;
        }

        turn.Save(RunProgress.Ended(run, EnrollmentState.Failed, $"Ended because a message failed: {because}", turn.Now));
        turn.Write(RunProgress.Row(run, at, turn.Now, StepResult.Failed, because: because));
    }

    /// <summary>A message was left out on purpose: its step says whether the run goes on.</summary>
    public static void LeftOut(Turn turn, Enrollment run, PublishedSequence published, PlanStep at, string? because)
    {
        if (at.Step is not MessageStep { OnSkipped: OnSkipped.Stop } || run.StopChain is not null)
        {
            Leave(turn, run, published, at, StepResult.Skipped, "out", because);
            return;
        }

        turn.Save(RunProgress.Ended(run, EnrollmentState.Stopped, $"Ended because a message was skipped: {because}", turn.Now));
        turn.Write(RunProgress.Row(run, at, turn.Now, StepResult.Skipped, because: because));
    }

    private static void End(Turn turn, Enrollment run, PlanStep at, string because, bool isFault)
    {
        var sentence = $"{char.ToUpperInvariant(because[0])}{because.AsSpan(1)}.";
        turn.Save(run.StopChain is not null ? RunProgress.Ended(run, EnrollmentState.Stopped, run.EndReason, turn.Now)
            : RunProgress.Ended(run, isFault ? EnrollmentState.Failed : EnrollmentState.Stopped, sentence, turn.Now));
        turn.Write(RunProgress.Row(run, at, turn.Now, isFault ? StepResult.Failed : StepResult.Skipped, because: because));
    }

    private const string TimedOut = "timedOut";
}
