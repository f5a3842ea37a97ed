using FlowBuilder.Core.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Runtime.Pump;

/// <summary>What keeps an input that breaks its turn from coming back at once for ever: the thing
/// that was due is put off or closed, in plain sight.</summary>
internal static class PoisonInputPolicy
{
    /// <summary>The state and rows after the remedy; no rows when the input does not come back by itself.</summary>
    public static (CustomerState State, Change[] Changes) For(CustomerState state, TurnInput input, DateTimeOffset now)
    {
        switch (input)
        {
            case TurnInput.Due { Enrollment: var id } when state.Facts.Enrollments.Find(run => run.Id == id) is { } run:
                var later = run with { DueAt = PutOff(run.DueAt, now), WatchAt = PutOff(run.WatchAt, now) };
                return (state with
                {
                    Facts = state.Facts with { Enrollments = state.Facts.Enrollments.Replace(run, later) }
                }, [new Change.EnrollmentChanged(later)]);

            case TurnInput.MomentDue { MomentId: var id } when state.Moments.Find(moment => moment.Id == id) is { } moment:
                var putOff = moment with { At = now + TakingAgain.PutOff };
                return (state with
                {
                    Moments = state.Moments.Replace(moment, putOff)
                }, [new Change.MomentRemoved(id), new Change.MomentAdded(putOff)]);

            case TurnInput.MessageDue { Message: var id } when state.Facts.Messages.Find(message => message.Id == id) is { } message:
                var failed = message with
                {
                    State = MessageState.Failed,
                    Because = "It could not be prepared because of an internal error, which has been recorded."
                };
                return (state with
                {
                    Facts = state.Facts with { Messages = state.Facts.Messages.Replace(message, failed) }
                }, [new Change.MessageChanged(failed)]);

            case TurnInput.ReviewDue { Review: var id } when state.Reviews.Find(review => review.Id == id) is { } review:
                var open = review with
                {
                    RemindAt = null,
                    SnoozedUntil = null,
                    ExpiresAt = review.ExpiresAt is null ? null : now + TimeSpan.FromDays(1)
                };
                return (state with { Reviews = state.Reviews.Replace(review, open) }, [new Change.ReviewChanged(open)]);

            default:
                return (state, []);
        }
    }

    /// <summary>What lies further ahead was not what broke: a wait is never cut short.</summary>
    private static DateTimeOffset? PutOff(DateTimeOffset? due, DateTimeOffset now) =>
        due < now + TakingAgain.PutOff ? now + TakingAgain.PutOff : due;
}
