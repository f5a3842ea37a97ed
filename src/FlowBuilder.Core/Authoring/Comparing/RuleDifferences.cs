using System.Globalization;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Authoring.Comparing;

/// <summary>Differences of title, description and settings in words.</summary>
internal static class RuleDifferences
{
    public static IEnumerable<Difference> Of(SequenceDocument before, SequenceDocument after, Names names)
    {
        var (old, now) = (before.Settings, after.Settings);
        if (before.Title != after.Title) yield return Rule($"The title is now “{after.Title}” (was “{before.Title}”).");
        if (before.Description != after.Description)
            yield return Rule(
                after.Description.Length == 0
                    ? "The description was removed."
                    : $"The description is now “{NodePhrases.Short(after.Description)}”.");
        if (old.ReviewBeforeExecution != now.ReviewBeforeExecution)
            yield return Rule(
                now.ReviewBeforeExecution
                    ? "“Review Before Execution” is now on: a person approves before anything is done."
                    : "“Review Before Execution” is now off: no approval is needed.");
        if (old.ReEntry != now.ReEntry) yield return Rule($"Re-entry: {SentenceView.ReEntryWords(now.ReEntry)}");
        if (old.PastDue != now.PastDue)
            yield return Rule($"What is past due after a pause or outage is now {Late(now.PastDue)} (was {Late(old.PastDue)}).");
        if (old.SkipOutsideHours != now.SkipOutsideHours)
            yield return Rule(
                now.SkipOutsideHours
                    ? "A message outside the allowed hours is now skipped."
                    : "A message outside the allowed hours now waits for them.");
        if (old.MaxPasses != now.MaxPasses)
            yield return Rule(string.Create(
                CultureInfo.InvariantCulture, $"Customers can now go around a loop {now.MaxPasses} times (was {old.MaxPasses})."));
        if (old.ArmMemory != now.ArmMemory)
            yield return Rule($"One part of an AND is now remembered for {now.ArmMemory.ToWords()} (was {old.ArmMemory.ToWords()}).");
        if (old.AllowedHours != now.AllowedHours)
            yield return Rule(
                now.AllowedHours is { } hours
                    ? $"Messages now go out only between {ClockWords.Of(hours.From)} and {ClockWords.Of(hours.To)} where the customer "
                        + $"lives."
                    : "Messages now go out during the hours the company allows.");
        if (old.Owner != now.Owner)
            yield return Rule(
                now.Owner is { } owner
                    ? $"The owner is now {names.Recipient(new Recipient.User(owner))}."
                    : "The owner is once again the person who created it.");
        if (old.ReviewExpiry != now.ReviewExpiry) yield return Rule(Expiry(now.ReviewExpiry));
        foreach (var label in now.Labels.Except(old.Labels)) yield return Rule($"It now has the label “{label}”.");
        foreach (var label in old.Labels.Except(now.Labels)) yield return Rule($"It no longer has the label “{label}”.");
    }

    private static Difference Rule(string sentence) => new(DifferenceKind.Rule, null, sentence);

    private static string Expiry(ReviewPolicy? policy) => policy is null ? "Unanswered reviews no longer expire."
        : $"An unanswered review {(policy.Then == ReviewEnd.Escalate ? "now goes to everyone who can decide" : "now expires")} after "
            + $"{policy.ExpireAfter.ToWords()}"
            + (policy.RemindBefore is { } before ? $", with a reminder {before.ToWords()} before." : ".");

    private static string Late(LatePolicy? policy) => (policy ?? LatePolicy.Send) switch
    {
        LatePolicy.Skip => "skipped",
        LatePolicy.Shift => "moved back by the length of the delay",
        LatePolicy.Ask => "sent to a person to decide",
        LatePolicy.Send => "done right away",
    };
}
