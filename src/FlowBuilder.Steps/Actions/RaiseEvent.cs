using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>Makes an event of this customer happen, which may start or stop other sequences. A chain is cut at depth 10.</summary>
[Step("raise-event", Title = "Raise an event", Icon = "campaign", Group = "Sequences")]
public sealed record RaiseEvent : ActionStep
{
    /// <summary>The event's name.</summary>
    [Required, StringLength(Rules.LongestName), Display(Name = "Event", Description = "The event's name, such as Win-back Finished.")]
    public string? Name { get; init; }

    /// <summary>Its properties; texts are Liquid.</summary>
    [Display(Name = "Properties", Description = "Values the event carries. Merge fields in texts are filled in.")]
    public ImmutableSortedDictionary<string, JsonElement>? Properties { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool Tidies => false;

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (string.IsNullOrWhiteSpace(Name)) return StepOutcome.Skip("no event has been named");
        if (IsReserved(Name.Trim())) return StepOutcome.Skip(Reserved(Name));
        var carried = Core.Model.Fields.Properties.Empty;
        foreach (var (name, value) in Properties ?? ImmutableSortedDictionary<string, JsonElement>.Empty)
            carried = carried.With(name, JsonTemplate.Fill(value, c));
        return StepOutcome.Do(new Effect.RaiseEvent(Name.Trim(), carried));
    }

    /// <inheritdoc />
    public override string Sentence(Names names) => $"raise the event {ValuePhrases.Quote(Name, "not yet named")}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (Name is not null && IsReserved(Name.Trim())) yield return new("name", Reserved(Name));
        if (Properties?.Count > 50) yield return new("properties", "An event carries at most 50 properties.");
        if (Properties?.Keys.Any(string.IsNullOrWhiteSpace) == true)
            yield return new("properties", "One property has no name. Name it or remove it.");
    }

    private static bool IsReserved(string name) =>
        Rules.IsInternal(name)
        || name is EventNames.FieldChanged or EventNames.TagAdded or EventNames.TagRemoved or EventNames.CustomerAdded;

    private static string Reserved(string name) =>
        $"FlowBuilder sends “{ValuePhrases.Short(name)}” itself when it really happens. Choose another name.";
}
