using FlowBuilder.Core.Engine.Stepping;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Core.Engine.Waiting;

/// <summary>A sequence is paused or goes on, a company's plan or a switch of the customer changes:
/// runs are held or let go. Let go, nothing long past due leaves without a choice.</summary>
internal static class HoldChanges
{
    /// <summary>Brings the holds of the customer's live runs (of one sequence, or all) in line, and
    /// lets messages go that waited for no more than that.</summary>
    public static void Settle(Turn turn, SequenceId? sequence, LatePolicy? pastDue)
    {
        foreach (var known in turn.Facts.Enrollments)
        {
            if (!known.IsLive || (sequence is { } only && known.Sequence != only)) continue;
            if (turn.PlanOf(known) is { } published) Align(turn, known, published, pastDue);
        }
    }

    private static void Align(Turn turn, Enrollment run, PublishedSequence published, LatePolicy? pastDue)
    {
        var hold = Holds.Of(turn.Facts, published);
        if (hold != Hold.None && run.Hold == Hold.None) Holds.Keep(turn, run, published);
        else if (hold != run.Hold && hold != Hold.None) turn.Save(run with { Hold = hold });
        else if (run.Hold != Hold.None) LetGo(turn, run, published, pastDue);
        if (hold == Hold.None) Outbox.Unpark(turn, run.Id);
    }

    private static void LetGo(Turn turn, Enrollment run, PublishedSequence published, LatePolicy? pastDue)
    {
        var lasted = turn.Now - (run.HeldSince ?? turn.Now);
        var free = run with { Hold = Hold.None, HeldSince = null };
        turn.Save(free);
        if (free.StopChain is not null || !Lateness.IsLate(free, turn.Now)) return;
        if (free.State is EnrollmentState.Waiting or EnrollmentState.Active) Lateness.Settle(turn, free, published, lasted, pastDue);
    }
}
