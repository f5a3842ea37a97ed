using FlowBuilder.Core.Engine.Stepping;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Engine.Waiting;

/// <summary>Keeps <see cref="Enrollment.WatchAt"/>: when a Stop When or a waited-for condition may turn by time alone.</summary>
internal static class Watches
{
    /// <summary>A condition that names a moment already gone is asked again after this: never a busy loop.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static void Keep(Turn turn)
    {
        var runs = turn.Facts.Enrollments;
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i] is not { IsLive: true } run || turn.PlanOf(run) is not { } published) continue;
            var watch = First(turn, run, published.Plan);
            if (watch <= turn.Now) watch = turn.Now + Patience;
            if (watch != run.WatchAt) turn.Save(run with { WatchAt = watch });
        }
    }

    private static DateTimeOffset? First(Turn turn, Enrollment run, Plan plan)
    {
        DateTimeOffset? first = null;
        if (run.StopChain is null && !plan.Stops.IsEmpty)
        {
            var c = Stops.Context(turn, run);
            foreach (var stop in plan.Stops) first = Earlier(first, stop.When.MayTurnAt(c));
        }

        if (run.State == EnrollmentState.Waiting && plan.Steps[run.Cursor] is { Step: WaitStep wait } at)
            first = Earlier(first, wait.MayTurnAt(RunProgress.Context(turn, run, at.Node, run.Pass, run.ArrivedAt)));
        return first;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}
