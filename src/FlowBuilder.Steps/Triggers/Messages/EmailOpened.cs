using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Triggers.Messages;

/// <summary>The customer opens an email. Some mail programs open emails by themselves, so a click says more.</summary>
[Step("email-opened", Title = "Email opened", Icon = "drafts", Group = "Messages")]
public sealed record EmailOpened : TriggerStep
{
    /// <summary>Only an email of this template; null: any.</summary>
    [StringLength(Rules.LongestName), Display(
        Name = "Template", Description = "Only an email made from this template. Leave empty for any.")]
    public string? Template { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.EmailOpened];

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => string.IsNullOrWhiteSpace(Template) ? [] : [new(ReferenceKind.Template, Template)];

    /// <inheritdoc />
    public override bool Answers(CustomerEvent happened, Facts facts) => OpenedOrClicked.IsOf(Template, happened, facts);

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return string.IsNullOrWhiteSpace(Template)
            ? "the customer opens an email"
            : $"the customer opens the email {names.Template(Template)}";
    }
}
