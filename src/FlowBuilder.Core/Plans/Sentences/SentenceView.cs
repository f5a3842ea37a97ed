using System.Collections.Immutable;
using System.Globalization;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Plans.Sentences;

/// <summary>Says in plain words what a plan does. Made from the plan alone, so it shows what the
/// compiler understood; every step of the plan is mentioned.</summary>
public static class SentenceView
{
    /// <summary>The lines, from top to bottom.</summary>
    public static ImmutableArray<Sentence> Of(Plan plan, Names? names = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        names = NodeNames.Of(names ?? Names.Unknown, plan.Steps.Select(step => (step.Node, (Step?)step.Step)));
        var layout = new StepLayout(plan);
        var entries = plan.Entries.Select(entry => layout.Lay(entry.FirstStep)).ToArray();
        var stops = plan.Stops.Select(stop => layout.Lay(stop.FirstAction)).ToArray();
        var words = new StepPhrases(plan, layout.Numbers, names);
        var lines = ImmutableArray.CreateBuilder<Sentence>();
        if (plan.Settings.ReviewBeforeExecution)
            lines.Add(new Sentence(
                SentencePart.Entry, 0,
                "Before anything is done for a customer, a person must approve it in the Review Sequence tab."
                + ExpiryWords(plan.Settings.Review)));
        lines.AddRange(Entries(plan, words, names));
        lines.AddRange(entries.SelectMany(lain => lain).SelectMany(line => words.Of(line, SentencePart.Steps, 0)));
        for (var i = 0; i < plan.Stops.Length; i++)
        {
            var (stop, first) = (plan.Stops[i], plan.Stops[i].FirstAction);
            var then = first == PlanStep.End ? "." : stops[i].Count == 0 ? $"; then {words.GoTo(first)}." : "; then:";
            lines.Add(new Sentence(SentencePart.Stops, 0, $"Stop when {stop.When.Sentence(names)}{then}", stop.Node));
            lines.AddRange(stops[i].SelectMany(line => words.Of(line, SentencePart.Stops, 1)));
        }

        if (plan.Settings.AllowedHours is { } hours)
            lines.Add(new Sentence(
                SentencePart.Rules, 0,
                $"Its messages go out only between {ClockWords.Of(hours.From)} and {ClockWords.Of(hours.To)} where the customer lives."));
        lines.Add(new Sentence(SentencePart.Rules, 0, ReEntryWords(plan.Settings.ReEntry)));
        return lines.ToImmutable();
    }

    /// <summary>The lines as one plain text.</summary>
    public static string ToText(IEnumerable<Sentence> lines) => string.Join('\n', lines);

    private static IEnumerable<Sentence> Entries(Plan plan, StepPhrases words, Names names)
    {
        var oneBeginning = plan.Entries.Select(entry => entry.FirstStep).Distinct().Count() <= 1;
        for (var i = 0; i < plan.Entries.Length; i++)
        {
            var entry = plan.Entries[i];
            var end = entry.FirstStep == PlanStep.End ? ", nothing is done."
                : !oneBeginning ? $": {words.GoTo(entry.FirstStep, "start with")}."
                : i < plan.Entries.Length - 1 ? ", or" : ":";
            var text = EntryPhrases.Of(entry.Rule, plan.Settings, names);
            yield return new Sentence(SentencePart.Entry, 0, $"{(i > 0 && oneBeginning ? "when" : "When")} {text}{end}", entry.Rule.Node);
        }
    }

    private static string ExpiryWords(ReviewPolicy? policy) => policy is null ? ""
        : policy.Then == ReviewEnd.Escalate ? $" After {policy.ExpireAfter.ToWords()} without an answer, everyone who can decide is told."
        : $" Without an answer it is rejected after {policy.ExpireAfter.ToWords()}.";

    internal static string ReEntryWords(ReEntry reEntry) => reEntry switch
    {
        ReEntry.Never => "A customer goes through this only once (once for each estimate, invoice, visit... it is about).",
        ReEntry.AfterEnd { AtMostEvery: { } every } =>
            $"A customer can enter again after the earlier run has ended, at most once "
                + $"{(every == Time.Duration.OfDays(1) ? "a day" : $"in {every.ToWords()}")}.",
        ReEntry.AfterEnd => "A customer can enter again after the earlier run has ended.",
        ReEntry.AfterDays after => string.Create(
            CultureInfo.InvariantCulture,
            $"A customer can enter again {after.Days} day{(after.Days == 1 ? "" : "s")} after the last entry, if that run has ended."),
        ReEntry.Restart => "A customer can enter again every time; a run in progress ends and starts over.",
        _ => "A customer can enter again every time, unless a run is in progress.",
    };
}
