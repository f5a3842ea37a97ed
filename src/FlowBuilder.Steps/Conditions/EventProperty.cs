using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Conditions;

/// <summary>A property of the event that started the sequence compared with a value. False when no event did.</summary>
[Step("event-property", Title = "Property of the event", Icon = "data_object", Group = "Events")]
public sealed record EventProperty : PropertyComparison
{
    /// <summary>The property's name or dotted path.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "Property", Description = "The property of the starting event, such as total or form.")]
    public string? Property { get; init; }

    /// <inheritdoc />
    [Required, Display(Name = "Comparison", Description = "How the property is compared.")]
    public override Operator? Op { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => TurnsByTime ? Dependencies.Clock : Dependencies.None;

    private protected override string? Path => Property;

    private protected override string Whose => "the event's";

    private protected override bool TryFind(ConditionContext c, string path, out JsonElement? found)
    {
        found = c.Event?.Properties.Get(path);
        return c.Event is not null;
    }
}
