using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Core.Model.Reviews;

namespace FlowBuilder.Core.Engine.Reviews;

/// <summary>A review is put to a colleague, or put off. Neither decides anything, neither changes what is shown.</summary>
internal static class ReviewSharing
{
    private const int LongestNote = 1_000;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static TurnAnswer Ask(Turn turn, TurnInput.AskColleague input)
    {
        if (ReviewLifecycle.Waiting(turn, input.Review, out var review, out var run, out var published) is { } refused) return refused;
        if (input.Colleague.Length == 0)
        {
            turn.Save(review with { AskedOf = null, AskedBy = null, AskedNote = null });
            return TurnAnswer.Ok;
        }

        if (turn.Facts.Company.People.FirstOrDefault(one => one.Id == input.Colleague) is not { } person)
            return No("That colleague was not found.");
        if (!Reviewers.May(turn.Facts.Company, person)) return No($"{person.Name} cannot decide on reviews.");
        if (input.Note.Length > LongestNote) return No($"The note can have at most {LongestNote:N0} characters.");
        var note = input.Note.Trim();
        turn.Save(review with { AskedOf = person.Id, AskedBy = input.By, AskedNote = note.Length == 0 ? null : note });
        ReviewNotifications.One(
            turn, run, review, person, NotificationKind.ReviewAsked,
            $"{input.By} asks you to decide on {turn.Facts.Customer.DisplayName} in "
                + $"“{published.Title}”{(note.Length == 0 ? "." : $": {note}")}");
        return TurnAnswer.Ok;
    }

    public static TurnAnswer Snooze(Turn turn, TurnInput.SnoozeReview input)
    {
        if (ReviewLifecycle.Waiting(turn, input.Review, out var review, out _, out _) is { } refused) return refused;
        if (input.Until is not { } until)
        {
            turn.Save(review with { SnoozedUntil = null, SnoozedBy = null });
            return TurnAnswer.Ok;
        }

        if (until <= turn.Now) return No("Choose a time in the future.");
        if (until > turn.Now + Longest) return No("Choose a time within a year.");
        if (review.ExpiresAt <= until) return No("It expires before then. Choose an earlier time, or decide now.");
        turn.Save(review with { SnoozedUntil = until, SnoozedBy = input.ById ?? input.By });
        return TurnAnswer.Ok;
    }

    private static TurnAnswer.Refused No(string because) => new(Refusal.WrongState, because);
}
