using System.Globalization;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Authoring.Comparing;

/// <summary>Differences of title, description and settings in words.</summary>
internal static class RuleDifferences
{
    public static IEnumerable<Difference> Of(SequenceDocument before, SequenceDocument after, Names names)
    {
        var (old, now) = (before.Settings, after.Settings);
        if (before.Title != after.Title) yield return Rule($"The title is now “{after.Title}” (was “{before.Title}”).");
        if (before.Description != after.Description) yield return Rule(after.Description.Length == 0 ? "The description was removed." : $"The description is now “{Said.Short(after.Description)}”.");
        if (old.ReviewBeforeExecution != now.ReviewBeforeExecution)
            yield return Rule(now.ReviewBeforeExecution ? "“Review Before Execution” is now on: a person approves before anything is done." : "“Review Before Execution” is now off: nobody has to approve any more.");
        if (old.ReEntry != now.ReEntry) yield return Rule($"Re-entry: {SentenceView.ReEntryWords(now.ReEntry)}");
        if (old.PastDue != now.PastDue) yield return Rule($"What is past due after a pause or outage is now {Late(now.PastDue)} (was {Late(old.PastDue)}).");
        if (old.SkipOutsideHours != now.SkipOutsideHours) yield return Rule(now.SkipOutsideHours ? "A message outside the allowed hours is now skipped." : "A message outside the allowed hours now waits for them.");
        if (old.MaxPasses != now.MaxPasses) yield return Rule(string.Create(CultureInfo.InvariantCulture, $"Customers may now go round a circle {now.MaxPasses} times (was {old.MaxPasses})."));
        if (old.ArmMemory != now.ArmMemory) yield return Rule($"One half of an AND is now remembered for {now.ArmMemory.ToWords()} (was {old.ArmMemory.ToWords()}).");
        if (old.AllowedHours != now.AllowedHours)
            yield return Rule(now.AllowedHours is { } hours ? $"Messages now leave only between {hours.From:HH\\:mm} and {hours.To:HH\\:mm} where the customer lives." : "Messages now leave in the hours the company allows.");
        if (old.Owner != now.Owner) yield return Rule(now.Owner is { } owner ? $"The owner is now {names.Recipient(new Recipient.User(owner))}." : "The owner is whoever made it again.");
        if (old.ReviewExpiry != now.ReviewExpiry) yield return Rule(Expiry(now.ReviewExpiry));
        foreach (var label in now.Labels.Except(old.Labels)) yield return Rule($"It has the label “{label}” now.");
        foreach (var label in old.Labels.Except(now.Labels)) yield return Rule($"It no longer has the label “{label}”.");
    }

    private static Difference Rule(string sentence) => new(DifferenceKind.Rule, null, sentence);

    private static string Expiry(ReviewPolicy? policy) => policy is null ? "A review nobody answers no longer expires."
        : $"A review nobody answers {(policy.Then == ReviewEnd.Escalate ? "is now put to everybody who may decide" : "now expires")} after {policy.ExpireAfter.ToWords()}"
            + (policy.RemindBefore is { } before ? $", with a reminder {before.ToWords()} before." : ".");

    private static string Late(LatePolicy? policy) => (policy ?? LatePolicy.Send) switch
    {
        LatePolicy.Skip => "skipped",
        LatePolicy.Shift => "done later by as much",
        LatePolicy.Ask => "put to a person",
        LatePolicy.Send => "done at once",
    };
}
