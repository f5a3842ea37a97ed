using System.Collections.Immutable;
using FlowBuilder.Core.Engine.Entering;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Engine.Reviews;
using FlowBuilder.Core.Engine.Stepping;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Engine.Waiting;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Engine;

/// <summary>
/// The engine's heart, a pure function: a customer's state, what moves the customer, what may be looked at besides; out comes the state as
/// it will be, the rows to commit and an answer. Events of our own that follow are worked off within the same turn, and runs walk on as far
/// as they can go without the world (<see cref="Walk"/>).
/// </summary>
public static class CustomerTurn
{
    /// <summary>Applies one input to what is known of the customer.</summary>
    public static TurnResult Apply(CustomerState state, TurnInput input, TurnContext setting)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(setting);
        var turn = new Turn(state, setting);
        if (input.Parked is not null) TakingAgain.Prepare(turn, input);
        var answer = Take(turn, input);
        if (answer is not (TurnAnswer.Refused or TurnAnswer.Stale))
        {
            if (input.Audit is { } note) turn.Write(new Change.AuditLineAdded(note, setting.SystemNow));
            if (input.Parked is { } parked) turn.Write(new Change.ParkedInputDone(parked));
        }

        if (input is TurnInput.Erase) return turn.Finish(answer);
        EventProcessing.DrainPending(turn);
        Walk(turn, input is TurnInput.Due ? 1 : 0);
        if (turn.FactsMoved) MomentKeeping.AfterNews(turn);
        Watches.Keep(turn);
        return turn.Finish(answer);
    }

    /// <summary>Two customers turn out to be one: what that decides about fields, consent and runs. The store moves the rows.</summary>
    public static ImmutableArray<Change> Merge(CustomerState survivor, CustomerState merged, DateTimeOffset now, CustomerLimits limits)
    {
        ArgumentNullException.ThrowIfNull(survivor);
        ArgumentNullException.ThrowIfNull(merged);
        return CustomerMerge.Decide(survivor, merged, now, limits);
    }

    private static TurnAnswer Take(Turn turn, TurnInput input)
    {
        switch (input)
        {
            case TurnInput.Happened happened:
                EventProcessing.Process(turn, happened.Event);
                return TurnAnswer.Ok;
            case TurnInput.Due due:
                Due(turn, due.Enrollment);
                return TurnAnswer.Ok;
            case TurnInput.MomentDue moment:
                MomentKeeping.Due(turn, moment.MomentId);
                return TurnAnswer.Ok;
            case TurnInput.Reschedule reschedule:
                MomentKeeping.Reschedule(turn, reschedule.Version);
                return TurnAnswer.Ok;
            case TurnInput.MessageDue message:
                return Outbox.Due(turn, message.Message);
            case TurnInput.MessageAnswered answered:
                return Outbox.Answered(turn, answered);
            case TurnInput.ResolveMessage resolve:
                return Outbox.Resolve(turn, resolve);
            case TurnInput.EnrollByHand enroll:
                return ByHand.Enroll(turn, enroll);
            case TurnInput.StopByHand stop:
                return ByHand.Stop(turn, stop);
            case TurnInput.SkipWaitByHand skip:
                return MovesByHand.SkipWait(turn, skip);
            case TurnInput.MoveByHand move:
                return MovesByHand.Move(turn, move);
            case TurnInput.RetryByHand retry:
                return MovesByHand.Retry(turn, retry);
            case TurnInput.Approve approve:
                return ReviewLifecycle.Approve(turn, approve);
            case TurnInput.Reject reject:
                return ReviewLifecycle.Reject(turn, reject);
            case TurnInput.ReviewDue review:
                return ReviewClock.Due(turn, review.Review);
            case TurnInput.RecheckReview recheck:
                return ReviewLifecycle.Recheck(turn, recheck.Review);
            case TurnInput.EditReview rewrite:
                return ReviewEditing.Edit(turn, rewrite);
            case TurnInput.AskColleague ask:
                return ReviewSharing.Ask(turn, ask);
            case TurnInput.SnoozeReview snooze:
                return ReviewSharing.Snooze(turn, snooze);
            case TurnInput.HoldsChanged holds:
                HoldChanges.Settle(turn, holds.Sequence, holds.PastDue);
                return TurnAnswer.Ok;
            case TurnInput.EditCustomer edit:
                return Edit(turn, edit);
            case TurnInput.ConsentGiven consent:
                Consents.Given(turn, consent);
                return TurnAnswer.Ok;
            case TurnInput.CompleteToDo complete:
                return ToDos.Complete(turn, complete);
            case TurnInput.Erase:
                return Erasing.Erase(turn);
            default:
                throw new InvalidOperationException($"Unknown input {input.GetType().Name}.");
        }
    }

    /// <summary>
    /// Lets the runs that this turn set going walk on: until a wait, a message on its way, a review or an end, or until the turn has done
    /// its steps; what is then left is due at once in a later turn. Runs take turns, a step each, in the order in which they were set
    /// going. Before each step holds and stops are judged, and what a step raises is worked off
    /// before the next, just as when each step has a turn of its own.
    /// </summary>
    private static void Walk(Turn turn, int done)
    {
        if (turn.Setting.Steps <= 1) return;
        for (; done < turn.Setting.Steps && turn.NextToWalk() is { } id; done++)
        {
            Due(turn, id);
            EventProcessing.DrainPending(turn);
        }
    }

    /// <summary>A run must be looked at: holds come first, then stops, then its step.</summary>
    private static void Due(Turn turn, EnrollmentId id)
    {
        if (turn.Run(id) is not { IsLive: true } run) return;
        if (turn.PlanOf(run) is not { } published)
        {
            turn.Save(RunProgress.Ended(
                run, EnrollmentState.Stopped, "Stopped because its version of the sequence no longer exists.", turn.Now));
            return;
        }

        var held = Holds.Keep(turn, run, published);
        if (held) run = turn.Run(id)!;
        if (Stops.Judge(turn, run, published) || held) return;
        if (run.State == EnrollmentState.Waiting) Waits.Due(turn, run, published);
        else if (run.State == EnrollmentState.Active && run.DueAt <= turn.Now) Interpreter.Advance(turn, run, published);
    }

    private static TurnAnswer Edit(Turn turn, TurnInput.EditCustomer edit)
    {
        var before = turn.Facts;
        if (Overfull.Refuses(before, turn.Setting.Limits, edit.Fields, edit.Tags) is { } tooMuch)
            return new TurnAnswer.Refused(Refusal.TooMuch, tooMuch);
        if (edit.Fields is { } fields) Traits.Edited(turn, fields, before);
        if (edit.Tags is { } tags) TagLists.Edited(turn, tags, before);
        Overfull.Tell(turn, null);
        if (edit.AutomationsOff is not { } off || off == turn.Facts.Customer.AutomationsOff) return TurnAnswer.Ok;
        turn.Save(turn.Facts.Customer with { AutomationsOff = off });
        HoldChanges.Settle(turn, null, null);
        return TurnAnswer.Ok;
    }
}
