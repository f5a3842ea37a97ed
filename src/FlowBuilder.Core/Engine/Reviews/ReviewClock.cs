using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Core.Engine.Reviews;

/// <summary>What happens to a waiting review by the product clock: it comes back from being put
/// off, its reviewers are reminded, its time is up.</summary>
internal static class ReviewClock
{
    public static TurnAnswer Due(Turn turn, ReviewId id)
    {
        if (ReviewLifecycle.Waiting(turn, id, out var review, out var run, out var published) is not null) return TurnAnswer.Ok;
        if (review.ExpiresAt <= turn.Now)
        {
            if (published.Plan.Settings.ReviewExpiry is { Then: ReviewEnd.Escalate }) Escalate(turn, review, run, published);
            else Expire(turn, review, run);
            return TurnAnswer.Ok;
        }

        var standing = review;
        if (review.SnoozedUntil <= turn.Now)
        {
            standing = standing with { SnoozedUntil = null, SnoozedBy = null };
            if (turn.Facts.Company.People.FirstOrDefault(person => person.Id == review.SnoozedBy) is { } person
                && Reviewers.May(turn.Facts.Company, person))
                ReviewNotifications.One(
                    turn, run, review, person, NotificationKind.ReviewBack,
                    $"{turn.Facts.Customer.DisplayName} in “{published.Title}”, which you put off, is waiting for you again.");
        }

        if (review.RemindAt <= turn.Now)
        {
            standing = standing with { RemindAt = null };
            ReviewNotifications.Reviewers(
                turn, run, review, NotificationKind.ReviewExpiring, published.Plan.Settings.ReviewExpiry is { Then: ReviewEnd.Escalate }
                    ? $"{turn.Facts.Customer.DisplayName} has been waiting for {ReviewLifecycle.Ago(turn.Now - review.OpenedAt)} in "
                        + $"“{published.Title}”. In {ReviewLifecycle.Ago(review.ExpiresAt!.Value - turn.Now)} everyone will be told."
                    : $"{turn.Facts.Customer.DisplayName} is waiting in “{published.Title}” and will be rejected automatically in "
                        + $"{ReviewLifecycle.Ago(review.ExpiresAt!.Value - turn.Now)}.");
        }

        if (standing != review) turn.Save(standing);
        return TurnAnswer.Ok;
    }

    private static void Escalate(Turn turn, Review review, Enrollment run, PublishedSequence published)
    {
        turn.Save(review with { ExpiresAt = null, RemindAt = null, SnoozedUntil = null, SnoozedBy = null, EscalatedAt = turn.Now });
        ReviewNotifications.Everybody(
            turn, run, review, NotificationKind.ReviewEscalated,
            $"No one has decided on {turn.Facts.Customer.DisplayName} in “{published.Title}” for "
                + $"{ReviewLifecycle.Ago(turn.Now - review.OpenedAt)}.");
    }

    private static void Expire(Turn turn, Review review, Enrollment run)
    {
        var reason = $"No one decided within {ReviewLifecycle.Ago(turn.Now - review.OpenedAt)}, so the review expired.";
        turn.Save(review with { State = ReviewState.Expired, DecidedAt = turn.Now, Note = reason });
        turn.Decide(run.Sequence, run.Id, DecisionOutcome.Stopped, reason);
        turn.Save(RunProgress.Ended(run, EnrollmentState.Rejected, reason, turn.Now));
    }
}
