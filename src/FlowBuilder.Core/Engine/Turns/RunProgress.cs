using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Turns;

/// <summary>A run as it stands after a move, what its step is told there, and the row of history it
/// leaves. Nothing is saved here.</summary>
internal static class RunProgress
{
    /// <summary>The run as it stands on a step, which is due now. A cycle gone round too often ends it.</summary>
    public static Enrollment Arrived(Enrollment run, int at, Plan plan, DateTimeOffset now)
    {
        var (pass, passes) = (1, run.Passes);
        if (plan.Steps[at].InCycle)
        {
            pass = passes.GetValueOrDefault(at) + 1;
            if (pass > plan.Settings.MaxPasses)
                return Ended(
                    run, EnrollmentState.Done, $"Ended: it went around {plan.Settings.MaxPasses} times, the most the sequence allows.",
                    now);
            passes = passes.SetItem(at, pass);
        }

        return run with { State = EnrollmentState.Active, Cursor = at, Pass = pass, Passes = passes, ArrivedAt = now, DueAt = now };
    }

    public static Enrollment Ended(Enrollment run, EnrollmentState state, string? reason, DateTimeOffset now) => run with
    {
        State = state,
        Cursor = PlanStep.End,
        DueAt = null,
        WatchAt = null,
        Hold = Hold.None,
        HeldSince = null,
        SkipsToNextWait = false,
        EndedAt = now,
        EndReason = reason,
    };

    public static StepContext Context(Turn turn, Enrollment run, string node, int pass, DateTimeOffset arrivedAt) => new()
    {
        Facts = turn.Facts, Run = run, Now = turn.Now, Node = node, Pass = pass, ArrivedAt = arrivedAt, Filler = turn.Setting.Filler,
    };

    public static Change.StepRunAdded Row(
        Enrollment run, PlanStep at, DateTimeOffset now, StepResult result, string? port = null, string? because = null) => new(new StepRun
        {
            Enrollment = run.Id, Sequence = run.Sequence, Node = at.Node, Pass = run.Pass, StepType = StepAttribute.IdOf(at.Step),
            ArrivedAt = run.ArrivedAt, At = now, Result = result, Port = port, Because = because,
        });
}
