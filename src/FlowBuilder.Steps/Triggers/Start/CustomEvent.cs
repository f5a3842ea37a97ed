using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Triggers.Start;

/// <summary>Any event by its name, with conditions on its properties. Relative dates are measured from the event's arrival.</summary>
[Step("custom-event", Title = "Any event by name", Icon = "bolt", Group = "Start")]
public sealed record CustomEvent : TriggerStep
{
    /// <summary>The event's exact name.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "Event", Description = "The event's name, exactly as it is sent, such as Brochure Downloaded.")]
    public string? Name { get; init; }

    /// <summary>Conditions on the event's properties; all must hold.</summary>
    [Display(Name = "Where", Description = "Conditions on the event's properties. All must be true.")]
    public ImmutableArray<PropertyCondition> Where { get; init; } = [];

    /// <inheritdoc />
    [JsonIgnore]
    public override bool AnyRecord => true;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => string.IsNullOrWhiteSpace(Name) ? [] : [Name];

    /// <inheritdoc />
    public override bool Answers(CustomerEvent happened, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(facts);
        return Where.IsDefaultOrEmpty || Where.All(line => line.Holds(happened.Properties, happened.ArrivedAt, facts.Reads));
    }

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"the event {ValuePhrases.Quote(Name, "not yet chosen")} happens{ValuePhrases.Where(Where)}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (Name is not null && Rules.IsInternal(Name))
            yield return new("name", $"“{Name}” is reserved by FlowBuilder and never starts a sequence by name. Choose another event.");
        foreach (var finding in Rules.Where(Where)) yield return finding;
    }
}
