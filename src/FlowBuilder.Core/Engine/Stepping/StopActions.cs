using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Stepping;

/// <summary>Tidying up after a run that ended before or beside its plan: stop actions that only
/// tidy are done within the turn, those that send are left out.</summary>
internal static class StopActions
{
    /// <summary>Does the tidy-only actions of one chain, or of all (each once). Answers with how many others were left out.</summary>
    public static int TidyUp(Turn turn, Enrollment run, PublishedSequence published, int? chain)
    {
        var plan = published.Plan;
        var seen = new HashSet<int>();
        run = run with { Pass = 1, ArrivedAt = turn.Now };
        var left = 0;
        for (var i = 0; i < plan.Stops.Length; i++)
        {
            if (chain is { } only && only != i) continue;
            for (var at = plan.Stops[i].FirstAction; at != PlanStep.End && seen.Add(at); at = plan.Steps[at].After("out"))
                if (!Tidies(turn, run, plan.Steps[at])) left++;
        }

        return left;
    }

    private static bool Tidies(Turn turn, Enrollment run, PlanStep at)
    {
        if (at.Step is not ActionStep { Tidies: true } action)
        {
            turn.Write(RunProgress.Row(run, at, turn.Now, StepResult.Skipped, because: "Skipped: the run was only tidied up."));
            return false;
        }

        var outcome = action.Run(RunProgress.Context(turn, run, at.Node, 1, turn.Now));
        if (outcome is StepOutcome.Goes { Effects.IsDefaultOrEmpty: false } wanted
            && Overfull.Refuses(turn, run, wanted.Effects) is { } tooMuch)
            outcome = StepOutcome.Fail(tooMuch);
        string? because = null;
        if (outcome is StepOutcome.Goes goes)
            foreach (var effect in goes.Effects) because = Effects.Apply(turn, run, at, effect) ?? because;
        turn.Write(outcome switch
        {
            StepOutcome.Skips skips => RunProgress.Row(run, at, turn.Now, StepResult.Skipped, because: skips.Because),
            StepOutcome.Failed failed => RunProgress.Row(run, at, turn.Now, StepResult.Failed, because: failed.Because),
            StepOutcome.Goes done => RunProgress.Row(run, at, turn.Now, StepResult.Done, because: because ?? done.Because),
            _ => RunProgress.Row(run, at, turn.Now, StepResult.Skipped, because: "Skipped: the run was only tidied up."),
        });
        return true;
    }
}
