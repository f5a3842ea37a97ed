using System.Text.Json;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Merging;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Authoring.Comparing;

/// <summary>What is different about one node in words: by its sentence, and by the settings that the sentence does not speak of.</summary>
internal static class NodeDifferences
{
    public static IEnumerable<Difference> Of(Node before, Node after, StepJson steps, Names names)
    {
        if (ReferenceEquals(before, after) || StepText.Of(before, steps) == StepText.Of(after, steps)) yield break;
        var (was, now) = (NodePhrases.Quote(before, names), NodePhrases.Quote(after, names));
        if (after.Kind == NodeKind.Note)
        {
            yield return Changed(after, $"The note {was} is now {now}.");
            yield break;
        }

        var clauses = NodePhrases.Clause(before, names) != NodePhrases.Clause(after, names);
        if (clauses && was != now) yield return Changed(after, $"{Capitals.First(was)} is now {now}.");
        var told = clauses && was != now;
        foreach (var sentence in Silent(before, after, steps, names))
        {
            told = true;
            yield return Changed(after, $"In {now}: {sentence}");
        }

        if (!told) yield return Changed(after, $"The settings of {now} have changed.");
    }

    /// <summary>Settings whose change the sentence does not show.</summary>
    private static IEnumerable<string> Silent(Node before, Node after, StepJson steps, Names names)
    {
        if (before.Step is null || after.Step is null || before.Step.GetType() != after.Step.GetType() || !steps.Catalog.Knows(after.Step))
            yield break;
        var (old, now) = (StepText.Settings(before.Step, steps), StepText.Settings(after.Step, steps));
        foreach (var setting in steps.Catalog.Of(after.Step).Settings)
        {
            if (old[setting.JsonName] == now[setting.JsonName]) continue;
            var alone = StepCopies.With(before.Step, setting, setting.Property.GetValue(after.Step));
            if (alone.Sentence(names) != before.Step.Sentence(names)) continue;
            var (was, isNow) = (Value(old[setting.JsonName]), Value(now[setting.JsonName]));
            yield return was is null || isNow is null
                ? $"“{setting.Label}” has changed."
                : $"“{setting.Label}” is now {isNow} (was {was}).";
        }
    }

    private static string? Value(string json)
    {
        using var value = JsonDocument.Parse(json);
        return value.RootElement.ValueKind switch
        {
            JsonValueKind.Null => "empty",
            JsonValueKind.True => "on",
            JsonValueKind.False => "off",
            JsonValueKind.Number => json,
            JsonValueKind.String =>
                value.RootElement.GetString() is { } text && Duration.TryParse(text, out var duration)
                    ? duration.ToWords()
                    : $"“{NodePhrases.Short(value.RootElement.GetString()!)}”",
            _ => null,
        };
    }

    private static Difference Changed(Node node, string sentence) => new(DifferenceKind.Changed, node.Id, sentence);
}
