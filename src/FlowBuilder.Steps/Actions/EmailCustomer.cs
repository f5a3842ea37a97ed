using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>Sends the customer an email. Consent, address, hours and caps are judged when it would leave.</summary>
[Step("email-customer", Title = "Email the customer", Icon = "mail", Group = "Messages")]
public sealed record EmailCustomer : MessageStep
{
    /// <summary>The template's key.</summary>
    [Required, StringLength(Rules.LongestName), Display(Name = "Template", Description = "The message to send.")]
    public string? Template { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => string.IsNullOrWhiteSpace(Template) ? [] : [new(ReferenceKind.Template, Template)];

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c) => string.IsNullOrWhiteSpace(Template)
        ? StepOutcome.Skip("no template has been chosen")
        : StepOutcome.Send(new Effect.SendEmail(Template.Trim()));

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return $"email {names.Template(string.IsNullOrWhiteSpace(Template) ? null : Template)} to the customer";
    }
}
