using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Core.Engine.Stepping;

/// <summary>
/// Holding runs in place: the sequence is paused, the company's plan has no sequences, or automations are off for the customer. A held run
/// stays where it is, whatever falls due; stops are still judged.
/// </summary>
internal static class Holds
{
    public static Hold Of(Facts facts, PublishedSequence published) =>
        published.State == SequenceState.Paused ? Hold.Paused
        : facts.Company.HoldsSequences ? Hold.Plan
        : facts.Customer.AutomationsOff ? Hold.Customer
        : Hold.None;

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
}
