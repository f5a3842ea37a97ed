using System.Collections.Immutable;
using FlowBuilder.Core.Engine.Stepping;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Core.Engine.Reviews;

/// <summary>Runs that wait for a person: opened, looked at anew, approved as shown, rejected, or ended by a stop.</summary>
internal static class ReviewLifecycle
{
    /// <summary>Opens the run in state review, with what it would send.</summary>
    public static void Open(Turn turn, PublishedSequence published, Enrollment run, string reason)
    {
        var waiting = run with { State = EnrollmentState.Review, DueAt = null };
        turn.Open(waiting);
        turn.Open(Item(turn, published, waiting, ReviewKind.BeforeExecution, reason, published.Plan.Settings.ReviewExpiry));
    }

    /// <summary>A late wait is put to a person.</summary>
    public static void AskAboutLate(Turn turn, PublishedSequence published, Enrollment run) =>
        turn.Open(Item(
            turn, published, run, ReviewKind.LateWait,
            $"It was due {Ago(turn.Now - run.DueAt!.Value)} ago, while the sequence was paused or the system was down.", null));

    public static TurnAnswer Approve(Turn turn, TurnInput.Approve input)
    {
        if (Waiting(turn, input.Review, out var review, out var run, out var published) is { } refused) return refused;
        var shown = Show(turn, review, run, published);
        if (shown.Etag != input.Etag) return Stale(turn, review, shown);
        turn.Save(review with { State = ReviewState.Approved, DecidedAt = turn.Now, DecidedBy = input.By });
        turn.Save(review.Kind == ReviewKind.LateWait ? run with { DueAt = turn.Now }
            : RunProgress.Arrived(
                run with { PinnedTemplates = shown.Templates, EditedMessages = review.Edits }, run.Cursor, published.Plan, turn.Now));
        return TurnAnswer.Ok;
    }

    /// <summary>Works out anew what would be done; what has come to be different is noted and answered.</summary>
    public static TurnAnswer Recheck(Turn turn, ReviewId id)
    {
        if (Waiting(turn, id, out var review, out var run, out var published) is { } refused) return refused;
        var shown = Show(turn, review, run, published);
        if (shown.Etag != review.Etag) return Stale(turn, review, shown);
        if (shown.Alike != review.Alike) turn.Save(review with { Alike = shown.Alike });
        return TurnAnswer.Ok;
    }

    /// <summary>As it is to be shown now, a reviewer's own words included.</summary>
    public static ReviewSnapshot Show(Turn turn, Review review, Enrollment run, PublishedSequence published) =>
        ReviewSnapshot.Of(turn, run with { EditedMessages = review.Edits }, published, review.OpenedAt);

    /// <summary>The review as shown now.</summary>
    public static Review Shown(Review review, ReviewSnapshot shown, ImmutableArray<string> news)
    {
        var all = review.News.AddRange(news.Except(review.News));
        if (all.Length > Review.MostNews) all = all[^Review.MostNews..];
        return review with { Etag = shown.Etag, Messages = shown.Messages, Caveats = shown.Caveats, Alike = shown.Alike, News = all };
    }

    /// <summary>What somebody was shown is not what would be done now: noted, and said.</summary>
    public static TurnAnswer.Stale Stale(Turn turn, Review review, ReviewSnapshot shown)
    {
        // The review may have been shown anew to somebody else meanwhile: then what is different stands in its news.
        if (shown.Etag == review.Etag)
            return new TurnAnswer.Stale(shown.Etag, review.News.IsEmpty ? ["It has changed since you looked at it."] : review.News);
        var differences = ReviewSnapshot.Differences(review, shown);
        turn.Save(Shown(review, shown, differences));
        return new TurnAnswer.Stale(shown.Etag, differences);
    }

    public static TurnAnswer Reject(Turn turn, TurnInput.Reject input)
    {
        if (Waiting(turn, input.Review, out var review, out var run, out var published) is { } refused) return refused;
        var reason = string.IsNullOrWhiteSpace(input.Reason) ? $"Rejected by {input.By}." : $"Rejected by {input.By}: {input.Reason}";
        turn.Save(review with { State = ReviewState.Rejected, DecidedAt = turn.Now, DecidedBy = input.By, Note = input.Reason });
        turn.Decide(run.Sequence, run.Id, DecisionOutcome.Stopped, reason, input.By);
        turn.Save(RunProgress.Ended(run, EnrollmentState.Rejected, reason, turn.Now));
        if (input.TidyUp) StopActions.TidyUp(turn, run, published, null);
        return TurnAnswer.Ok;
    }

    private static Review Item(Turn turn, PublishedSequence published, Enrollment run, ReviewKind kind, string reason, ReviewPolicy? expiry)
    {
        var shown = ReviewSnapshot.Of(turn, run, published, turn.Now);
        var expires = expiry?.ExpireAfter.After(turn.Now);
        return new Review
        {
            Id = new ReviewId(turn.NewId()), Enrollment = run.Id, Sequence = run.Sequence, Kind = kind, State = ReviewState.Waiting,
            Reason = reason,
            Etag = shown.Etag, Messages = shown.Messages, Caveats = shown.Caveats, Alike = shown.Alike, OpenedAt = turn.Now,
            ExpiresAt = expires,
            RemindAt = expiry?.RemindBefore is { } before && expires - before.Approximate is { } remind && remind > turn.Now
                ? remind
                : null,
        };
    }

    /// <summary>Null when the review waits; else why nothing can be decided about it any more.</summary>
    public static TurnAnswer.Refused? Waiting(
        Turn turn, ReviewId id, out Review review, out Enrollment run, out PublishedSequence published)
    {
        (review, run, published) = (null!, null!, null!);
        foreach (var known in turn.Reviews)
            if (known.Id == id) review = known;
        if (review is null || turn.Run(review.Enrollment) is not { } found || turn.PlanOf(found) is not { } plan)
            return new TurnAnswer.Refused(Refusal.NotFound, "That review does not exist.");
        (run, published) = (found, plan);
        return review.State switch
        {
            ReviewState.Waiting when run.IsLive => null,
            ReviewState.Approved => new TurnAnswer.Refused(Refusal.WrongState, $"It was already approved by {review.DecidedBy}."),
            ReviewState.Rejected => new TurnAnswer.Refused(Refusal.WrongState, $"It was already rejected by {review.DecidedBy}."),
            ReviewState.Waiting or ReviewState.Expired or ReviewState.Ended =>
                new TurnAnswer.Refused(Refusal.WrongState, review.Note ?? run.EndReason ?? "The run has ended in the meantime."),
        };
    }

    public static string Ago(TimeSpan time) =>
        Time.Duration.Of(
            time > TimeSpan.FromDays(2)
                ? TimeSpan.FromDays(Math.Floor(time.TotalDays))
                : TimeSpan.FromMinutes(Math.Ceiling(time.TotalMinutes))) is var about
            && about.Clock >= TimeSpan.FromDays(2) ? $"{about.Clock.Days} days" : about.ToWords();
}
