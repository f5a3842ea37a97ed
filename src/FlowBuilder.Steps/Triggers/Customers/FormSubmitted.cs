using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Customers;

/// <summary>The customer fills in a form on the website.</summary>
[Step("form-submitted", Title = "Form submitted", Icon = "dynamic_form", Group = "Customers")]
public sealed record FormSubmitted : TriggerStep
{
    /// <summary>Only the form of this name, compared without case.</summary>
    [StringLength(Rules.LongestName), Display(Name = "Form", Description = "Only the form of this name. Leave empty for any.")]
    public string? Form { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.FormSubmitted];

    /// <inheritdoc />
    public override bool Answers(CustomerEvent happened, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return string.IsNullOrWhiteSpace(Form)
            || string.Equals(happened.Properties.Text("form")?.Trim(), Form.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        string.IsNullOrWhiteSpace(Form) ? "a form is submitted" : $"the form {ValuePhrases.Quote(Form)} is submitted";
}
