using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Messages;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Turns;

namespace FlowBuilder.Core.Enrollments;

/// <summary>
/// Holding runs in place: the sequence is paused, the company's plan has no sequences, or automations are off for the customer. A held run
/// stays where it is, whatever falls due; stops are still judged. Let go, nothing long past due leaves without a choice.
/// </summary>
internal static class Holds
{
    public static Hold Of(Facts facts, PublishedSequence published) =>
        published.State == SequenceState.Paused ? Hold.Paused
        : facts.Company.HoldsSequences ? Hold.Plan
        : facts.Customer.AutomationsOff ? Hold.Customer
        : Hold.None;

    /// <summary>Brings the holds of the customer's live runs (of one sequence, or all) in line, and lets messages go that waited for no more than that.</summary>
    public static void Changed(Turn turn, SequenceId? sequence, LatePolicy? pastDue)
    {
        foreach (var known in turn.Facts.Enrollments)
        {
            if (!known.IsLive || (sequence is { } only && known.Sequence != only)) continue;
            if (turn.PlanOf(known) is { } published) Align(turn, known, published, pastDue);
        }
    }

    /// <summary>Holds the run if it must be held. True: it is held.</summary>
    public static bool Keep(Turn turn, Enrollment run, PublishedSequence published)
    {
        if (run.Hold != Hold.None) return true;
        var hold = Of(turn.Facts, published);
        if (hold == Hold.None) return false;
        turn.Save(run with { Hold = hold, HeldSince = turn.Now });
        Outbox.Park(turn, run.Id);
        return true;
    }

    private static void Align(Turn turn, Enrollment run, PublishedSequence published, LatePolicy? pastDue)
    {
        var hold = Of(turn.Facts, published);
        if (hold != Hold.None && run.Hold == Hold.None) Keep(turn, run, published);
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
