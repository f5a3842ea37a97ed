using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>Sets a field of the customer. Texts are Liquid; an empty text clears the field. What
/// has an action or a rule of its own is refused.</summary>
[Step("set-field", Title = "Set a field", Icon = "edit", Group = "Customers")]
public sealed record SetField : ActionStep
{
    /// <summary>The field's trait name.</summary>
    [Required, StringLength(Rules.LongestName), Display(Name = "Field", Description = "The customer field to set.")]
    public string? Field { get; init; }

    /// <summary>Text (Liquid), number, yes/no or a list.</summary>
    [Required, Display(
        Name = "Value", Description = "What to set it to. Merge fields in texts are filled in; an empty text clears the field.")]
    public JsonElement? Value { get; init; }

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (string.IsNullOrWhiteSpace(Field) || Value is not { } value) return StepOutcome.Skip("no field or value has been chosen");
        if (Refusal(Field.Trim()) is { } refusal) return StepOutcome.Skip(refusal);
        return StepOutcome.Do(new Effect.SetField(Field.Trim(), JsonTemplate.Fill(value, c)));
    }

    /// <inheritdoc />
    public override string Sentence(Names names) => $"set the customer's {ValuePhrases.Field(Field)} to {ValuePhrases.Value(Value)}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (Field is not null && Refusal(Field.Trim()) is { } refusal) yield return new("field", refusal);
        if (Value is { } value && value.GetRawText().Length > Rules.LongestText)
            yield return new("value", $"The value is too long; at most {Rules.LongestText} characters.");
    }

    private static string? Refusal(string field) => field.ToLowerInvariant() switch
    {
        "tags" or "add_tags" or "remove_tags" => "Tags are changed with “Add a tag” and “Remove a tag”.",
        "email_consent" or "sms_consent" => "Only the customer can give or withdraw consent, so a sequence cannot set it.",
        "status" => "The status is changed with “Set the status”.",
        "assigned_to" => "The assigned employee is changed with “Assign to”.",
        "created_at" => "When a customer was added cannot be changed.",
        "id" or "user_id" or "userid" or "anonymous_id" or "anonymousid" =>
            "The customer's id comes from the system that sends the customer and cannot be changed.",
        var name when name == "group" || name.StartsWith("group.", StringComparison.Ordinal) =>
            "Fields of the customer's group come from the system that sends them and cannot be changed.",
        _ => null,
    };
}
