using System.Collections.Immutable;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Core.Authoring.Merging;

/// <summary>Merges title, description, settings and references.</summary>
internal static class RulesMerge
{
    public static SequenceDocument Of(Merge merge)
    {
        var (from, mine, theirs) = (merge.From, merge.Mine, merge.Theirs);
        return mine with
        {
            Title = Pick(merge, from.Title, mine.Title, theirs.Title, "the title"),
            Description = Pick(merge, from.Description, mine.Description, theirs.Description, "the description"),
            Settings = Settings(merge, from.Settings, mine.Settings, theirs.Settings),
            References = References(from.References, mine.References, theirs.References),
        };
    }

    private static SequenceSettings Settings(
        Merge merge, SequenceSettings from, SequenceSettings mine, SequenceSettings theirs) => mine with
        {
            ReviewBeforeExecution = Pick(
            merge, from.ReviewBeforeExecution, mine.ReviewBeforeExecution, theirs.ReviewBeforeExecution, "“Review Before Execution”"),
            ReEntry = Pick(merge, from.ReEntry, mine.ReEntry, theirs.ReEntry, "when customers can enter again"),
            MaxPasses = Pick(merge, from.MaxPasses, mine.MaxPasses, theirs.MaxPasses, "how often customers can go around a loop"),
            ArmMemory = Pick(merge, from.ArmMemory, mine.ArmMemory, theirs.ArmMemory, "how long one part of an AND is remembered"),
            ReviewExpiresAfter = Pick(
            merge, from.ReviewExpiresAfter, mine.ReviewExpiresAfter, theirs.ReviewExpiresAfter, "when a review expires"),
            Review = Pick(merge, from.Review, mine.Review, theirs.Review, "what happens to undecided reviews"),
            PastDue = Pick(merge, from.PastDue, mine.PastDue, theirs.PastDue, "what happens to what is past due"),
            SkipOutsideHours = Pick(
            merge, from.SkipOutsideHours, mine.SkipOutsideHours, theirs.SkipOutsideHours, "what happens outside the allowed hours"),
            AllowedHours = Pick(merge, from.AllowedHours, mine.AllowedHours, theirs.AllowedHours, "the hours when messages can go out"),
            Owner = Pick(merge, from.Owner, mine.Owner, theirs.Owner, "the owner"),
            Labels = Labels(from.Labels, mine.Labels, theirs.Labels),
        };

    private static T Pick<T>(Merge merge, T from, T mine, T theirs, string what) =>
        Merge.TryPick(from, mine, theirs, EqualityComparer<T>.Default.Equals, out var picked)
            ? picked
            : merge.Conflict(null, mine, theirs, $"{merge.Who} and you both changed {what}.");

    // Labels are a set: both may add and remove.
    private static ImmutableArray<string> Labels(ImmutableArray<string> from, ImmutableArray<string> mine, ImmutableArray<string> theirs) =>
        from.SequenceEqual(theirs)
            ? mine
            : [
                .. mine.Where(label => theirs.Contains(label) || !from.Contains(label)),
                .. theirs.Where(label => !mine.Contains(label) && !from.Contains(label))
            ];

    private static ImmutableSortedDictionary<string, string> References(
        ImmutableSortedDictionary<string, string> from, ImmutableSortedDictionary<string, string> mine,
        ImmutableSortedDictionary<string, string> theirs)
    {
        foreach (var (key, name) in theirs)
            if (from.GetValueOrDefault(key) != name) mine = mine.SetItem(key, name);
        foreach (var key in from.Keys)
            if (!theirs.ContainsKey(key)) mine = mine.Remove(key);
        return mine;
    }
}
