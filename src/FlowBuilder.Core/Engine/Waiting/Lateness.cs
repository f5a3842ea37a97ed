using FlowBuilder.Core.Engine.Reviews;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Engine.Waiting;

/// <summary>
/// What is past due by more than 15 minutes after an outage or a pause does not simply leave: the wait (else the sequence) says whether it
/// is sent, skipped, shifted or put to a person. The choice made at resume beats both.
/// </summary>
internal static class Lateness
{
    /// <summary>Less than this is not late.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    /// <summary>How long the outage lasted that made this run late; null when it is not late, or not because of an outage.</summary>
    public static TimeSpan? OfOutage(Turn turn, Enrollment run) =>
        turn.Setting.DownSince is { } down && IsLate(run, turn.Now) && run.StopChain is null ? turn.Now - down : null;

    public static bool IsLate(Enrollment run, DateTimeOffset now) => run.DueAt is { } due && now - due > Tolerance;

    /// <summary>
    /// Carries the choice out. True: the run does not go on now (shifted, or put to a person).
    /// Skip and send let it go on at once; both make it due now, so that it is not late again.
    /// </summary>
    public static bool Settle(Turn turn, Enrollment run, PublishedSequence published, TimeSpan lasted, LatePolicy? chosen)
    {
        var step = published.Plan.Steps[run.Cursor].Step;
        var own = step is WaitStep { Late: not LatePolicy.Send } wait ? wait.Late : published.Plan.Settings.PastDue ?? LatePolicy.Send;
        switch (chosen ?? own)
        {
            case LatePolicy.Skip:
                turn.Save(run with { DueAt = turn.Now, SkipsToNextWait = true });
                return false;
            case LatePolicy.Shift when run.State == EnrollmentState.Waiting && run.DueAt + lasted is { } later && later > turn.Now:
                turn.Save(run with { DueAt = later });
                return true;
            case LatePolicy.Ask:
                ReviewLifecycle.AskAboutLate(turn, published, run);
                turn.Save(run with { DueAt = null });
                return true;
            default:
                turn.Save(run with { DueAt = turn.Now });
                return false;
        }
    }
}
