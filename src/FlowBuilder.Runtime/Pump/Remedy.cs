using FlowBuilder.Core.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Runtime.Pump;

/// <summary>What keeps an input that breaks its turn from coming back at once for ever: the thing that was due is put off or closed, in plain sight.</summary>
internal static class Remedy
{
    /// <summary>The book and rows after the remedy; no rows when the input does not come back by itself.</summary>
    public static (CustomerBook Book, Change[] Changes) For(CustomerBook book, TurnInput input, DateTimeOffset now)
    {
        switch (input)
        {
            case TurnInput.Due { Enrollment: var id } when book.Facts.Enrollments.Find(run => run.Id == id) is { } run:
                var later = run with { DueAt = PutOff(run.DueAt, now), WatchAt = PutOff(run.WatchAt, now) };
                return (book with { Facts = book.Facts with { Enrollments = book.Facts.Enrollments.Replace(run, later) } }, [new Change.EnrollmentChanged(later)]);

            case TurnInput.MomentDue { MomentId: var id } when book.Moments.Find(moment => moment.Id == id) is { } moment:
                var putOff = moment with { At = now + TakingAgain.PutOff };
                return (book with { Moments = book.Moments.Replace(moment, putOff) }, [new Change.MomentRemoved(id), new Change.MomentAdded(putOff)]);

            case TurnInput.MessageDue { Message: var id } when book.Facts.Messages.Find(message => message.Id == id) is { } message:
                var failed = message with { State = MessageState.Failed, Because = "It could not be prepared because of an internal error, which has been recorded." };
                return (book with { Facts = book.Facts with { Messages = book.Facts.Messages.Replace(message, failed) } }, [new Change.MessageChanged(failed)]);

            case TurnInput.ReviewDue { Review: var id } when book.Reviews.Find(review => review.Id == id) is { } review:
                var open = review with { RemindAt = null, SnoozedUntil = null, ExpiresAt = review.ExpiresAt is null ? null : now + TimeSpan.FromDays(1) };
                return (book with { Reviews = book.Reviews.Replace(review, open) }, [new Change.ReviewChanged(open)]);

            default:
                return (book, []);
        }
    }

    /// <summary>What lies further ahead was not what broke: a wait is never cut short.</summary>
    private static DateTimeOffset? PutOff(DateTimeOffset? due, DateTimeOffset now) => due < now + TakingAgain.PutOff ? now + TakingAgain.PutOff : due;
}
