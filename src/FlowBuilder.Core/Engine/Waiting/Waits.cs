using FlowBuilder.Core.Engine.Stepping;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Engine.Waiting;

/// <summary>Runs that stand on a wait: an event lets them go or moves their time; their time comes;
/// what is long past due has a choice.</summary>
internal static class Waits
{
    /// <summary>Every waiting run is asked on every event, held ones too: what they waited for is
    /// not lost, they go on when they are let go.</summary>
    public static void OnEvent(Turn turn, CustomerEvent happened)
    {
        var runs = turn.Facts.Enrollments;
        for (var i = 0; i < runs.Count; i++)
            if (runs[i].State == EnrollmentState.Waiting
                && turn.Run(runs[i].Id) is { State: EnrollmentState.Waiting } run
                && turn.PlanOf(run) is { } published)
                Ask(turn, run, published, happened);
    }

    /// <summary>The run's time, or a moment to watch, has come.</summary>
    public static void Due(Turn turn, Enrollment run, PublishedSequence published)
    {
        var at = published.Plan.Steps[run.Cursor];
        if (at.Step is not WaitStep wait) return;
        if (!(run.DueAt <= turn.Now))
        {
            // The moment may lie ahead of the customer's last event; it takes no position of its own.
            var moment = new CustomerEvent
            {
                Seq = turn.LastSeq, Name = EventNames.MomentCame, Kind = EventKind.Own, At = turn.Now, ArrivedAt = turn.Now,
                Record = run.Record, Source = CustomerEvent.OwnSource
            };
            Ask(turn, run, published, moment);
            return;
        }

        if (Lateness.OfOutage(turn, run) is { } lateness && Lateness.Settle(turn, run, published, lateness, null)) return;
        var ready = turn.Run(run.Id)!;
        var c = RunProgress.Context(turn, ready, at.Node, ready.Pass, ready.ArrivedAt);
        Interpreter.Take(turn, ready, published, at, wait.OnDue(c), c);
    }

    private static void Ask(Turn turn, Enrollment run, PublishedSequence published, CustomerEvent happened)
    {
        var at = published.Plan.Steps[run.Cursor];
        if (at.Step is not WaitStep wait) return;
        var c = RunProgress.Context(turn, run, at.Node, run.Pass, run.ArrivedAt);
        if (wait.OnEvent(c, happened) is not { } outcome) return;
        OpenReviews.End(turn, run, "The customer moved on in the meantime.");
        Interpreter.Take(turn, run, published, at, outcome, c);
    }
}
