using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Tests.Support;

/// <summary>Asks one step type of a catalogue whether it keeps the house rules. Also asked of the step on the add-a-step page.</summary>
internal sealed partial class Conformance(StepJson json)
{
    public void IsNamed(StepType type)
    {
        KebabCase().IsMatch(type.Id).ShouldBeTrue(type.Id);
        json.Catalog.All.Count(other => other.Id == type.Id).ShouldBe(1);
        json.Catalog.All.Count(other => other.Title == type.Title && other.Kind == type.Kind).ShouldBe(1, type.Title);
        char.IsUpper(type.Title[0]).ShouldBeTrue(type.Title);
        IconName().IsMatch(type.Icon).ShouldBeTrue(type.Icon);
        type.Group.ShouldNotBeNullOrWhiteSpace();
    }

    public static void SettingsAreDescribed(StepType type)
    {
        foreach (var setting in type.Settings)
        {
            setting.Label.ShouldNotBeNullOrWhiteSpace();
            setting.Label.ShouldNotBe(setting.Property.Name + "Setting");
            setting.Description.ShouldEndWith(".", customMessage: $"{type.Id}.{setting.JsonName}");
        }
    }

    public void EmptyDraftIsBorne(StepType type)
    {
        var step = Read($$"""{ "type": "{{type.Id}}" }""");
        SentenceIsPlain(step);
        var findings = Findings(type, step);
        foreach (var finding in findings.Where(finding => finding.Length > 0)) finding.ShouldEndWith(".");
        if (type.Settings.Any(setting => setting.IsRequired)) findings.ShouldNotBeEmpty();
        foreach (var scene in Scenes.All) Ask(step, scene);
    }

    public void ExampleIsSound(StepType type, string example)
    {
        var step = Read(example);
        step.GetType().ShouldBe(type.Class);
        SentenceIsPlain(step);
        Findings(type, step).ShouldBeEmpty();
        using var document = JsonDocument.Parse(example);
        var alternatives = new[] { "user", "field" };
        type.Settings
            .Select(setting => setting.JsonName)
            .Where(name => !document.RootElement.TryGetProperty(name, out _) && !alternatives.Contains(name)).ShouldBeEmpty();
    }

    public void JsonComesBack(string example)
    {
        var text = json.ToText(Read(example));
        json.ToText(Read(text)).ShouldBe(text);
        using var written = JsonDocument.Parse(text);
        using var given = JsonDocument.Parse(example);
        JsonElement.DeepEquals(written.RootElement, given.RootElement).ShouldBeTrue($"{text} is not {example}");
    }

    public void SameInputSameOutcome(StepType type, string example)
    {
        foreach (var scene in Scenes.All)
            Ask(Read(example), scene).ShouldBe(Ask(Read(example), scene), type.Id);
    }

    public static void IsDocumented(StepType type, string page)
    {
        page.ShouldContain($"`{type.Id}`");
        foreach (var setting in type.Settings) page.ShouldContain($"| `{setting.JsonName}` |");
    }

    private Step Read(string text)
    {
        var errors = new FieldErrors();
        using var document = JsonDocument.Parse(text);
        var step = json.Read(document.RootElement.Clone(), "", errors);
        errors.All.Select(error => $"{error.Field}: {error.Message}").ShouldBeEmpty();
        return step!;
    }

    private static List<string> Findings(StepType type, Step step)
    {
        var missing = type.Settings
            .Where(setting => setting.IsRequired && IsMissing(setting.Property.GetValue(step)))
            .Select(setting => $"{setting.Label} is missing.");
        var invalid = type.Settings.SelectMany(
            setting => setting.Validations
                .Where(demand => demand is not RequiredAttribute && !demand.IsValid(setting.Property.GetValue(step)))
                .Select(_ => $"{setting.Label} is invalid."));
        return [.. missing, .. invalid, .. step.Check().Select(finding => finding.Message)];
    }

    private static bool IsMissing(object? value) => value is null or "" or ICollection { Count: 0 };

    private static void SentenceIsPlain(Step step)
    {
        var sentence = step.Sentence(Names.Unknown);
        sentence.ShouldNotBeNullOrWhiteSpace();
        sentence.ShouldNotEndWith(".");
        char.IsUpper(sentence[0]).ShouldBeFalse(sentence);
        sentence.ShouldNotContain("System.");
        sentence.ShouldNotContain("  ");
    }

    // Everything the engine may ask of a step, written down.
    private static string Ask(Step step, Scene scene)
    {
        var answers = new List<object?> { step.Sentence(Names.Unknown), string.Join(';', step.References) };
        switch (step)
        {
            case ClockTrigger clock:
                answers.Add(string.Join(';', clock.Moments(scene.Facts, scene.Now)));
                answers.Add(string.Join(';', clock.KnownDates));
                break;
            case TriggerStep trigger:
                answers.AddRange(trigger.ListensTo.Select(name => (object?)trigger.Answers(scene.Happens(name), scene.Facts)));
                answers.Add(trigger.RecordType);
                break;
            case Condition condition:
                answers.Add(condition.Holds(scene.Conditions));
                answers.Add(condition.Holds(scene.AtEntry));
                answers.Add(condition.MayTurnAt(scene.Conditions));
                answers.Add(string.Join(';', condition.DependsOn.Events.Order().Concat(condition.DependsOn.Fields.Order())));
                break;
            case RunnableStep runnable:
                answers.Add(string.Join(';', runnable.Ports));
                answers.Add(Text(runnable.Run(scene.Context)));
                if (runnable is WaitStep wait)
                {
                    answers.Add(Text(wait.OnDue(scene.Context)));
                    answers.Add(Text(wait.OnEvent(scene.Context, scene.Happens(EventNames.EstimateAccepted, record: scene.Record))));
                    answers.Add(wait.Target);
                    answers.Add(wait.AtLeast);
                    answers.Add(wait.MayTurnAt(scene.Context));
                }

                break;
        }

        return string.Join('\n', answers);
    }

    private static string Text(StepOutcome? outcome) => outcome switch
    {
        StepOutcome.Goes goes => $"{goes.Port} {goes.Because} {string.Join(';', goes.Effects)}",
        StepOutcome.Sends sends => string.Join(';', sends.Messages),
        _ => $"{outcome}",
    };

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex("^[a-z0-9]+(_[a-z0-9]+)*$")]
    private static partial Regex IconName();
}
