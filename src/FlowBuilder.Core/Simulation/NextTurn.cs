using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Simulation;

/// <summary>What falls due next for a customer, from the state alone: a run, a moment, a review's
/// end, a message that was put off.</summary>
/// <param name="Input">The turn to take then.</param>
/// <param name="At">When.</param>
public sealed record NextTurn(TurnInput Input, DateTimeOffset At)
{
    /// <summary>The first of what falls due up to a time; null when nothing does.</summary>
    /// <param name="state">The customer.</param>
    /// <param name="until">This instant included.</param>
    /// <param name="isOurs">Which runs are looked after; null: all.</param>
    /// <param name="hasCapacity">Whether messages may be handed over.</param>
    public static NextTurn? Of(CustomerState state, DateTimeOffset until, Func<Enrollment, bool>? isOurs = null, bool hasCapacity = true)
    {
        ArgumentNullException.ThrowIfNull(state);
        NextTurn? first = null;
        foreach (var run in state.Facts.Enrollments)
            if (isOurs is null || isOurs(run)) Offer(run.LookAt, new TurnInput.Due(run.Id));
        foreach (var moment in state.Moments) Offer(moment.At, new TurnInput.MomentDue(moment.Id));
        foreach (var review in state.Reviews) Offer(review.LookAt, new TurnInput.ReviewDue(review.Id));
        foreach (var message in state.Facts.Messages)
            if (hasCapacity && (isOurs is null || IsOurs(message)))
                Offer(
                    message.State == MessageState.Waiting ? message.RetryAt ?? message.DueAt : null, new TurnInput.MessageDue(message.Id));
        return first;

        void Offer(DateTimeOffset? at, TurnInput input)
        {
            if (at is { } due && due <= until && (first is null || due < first.At)) first = new NextTurn(input, due);
        }

        bool IsOurs(Message message)
        {
            foreach (var run in state.Facts.Enrollments)
                if (run.Id == message.Enrollment) return isOurs(run);
            return false;
        }
    }
}
