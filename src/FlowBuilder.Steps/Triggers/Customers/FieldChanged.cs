using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Customers;

/// <summary>A field of the customer gets another value. The event carries <c>field</c>, <c>from</c> and <c>to</c>.</summary>
[Step("field-changed", Title = "Field changed", Icon = "published_with_changes", Group = "Customers")]
public sealed record FieldChanged : TriggerStep
{
    /// <summary>The field's trait name.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "Field", Description = "The customer field to watch, such as status or city.")]
    public string? Field { get; init; }

    /// <summary>Only from this value.</summary>
    [Display(Name = "From", Description = "Only when it had this value before. Leave empty for any.")]
    public JsonElement? From { get; init; }

    /// <summary>Only to this value.</summary>
    [Display(Name = "To", Description = "Only when it has this value now. Leave empty for any.")]
    public JsonElement? To { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.FieldChanged];

    /// <inheritdoc />
    public override bool Answers(CustomerEvent happened, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(facts);
        var properties = happened.Properties;
        return Field is not null && properties.Text("field") == Field
            && (From is not { } from || Comparison.Same(properties.Get("from"), from, facts.Reads))
            && (To is not { } to || Comparison.Same(properties.Get("to"), to, facts.Reads));
    }

    /// <inheritdoc />
    public override string Sentence(Names names) => $"the customer's {ValuePhrases.Field(Field)} changes"
        + (From is { } from ? $" from {ValuePhrases.Value(from)}" : "") + (To is { } to ? $" to {ValuePhrases.Value(to)}" : "");
}
