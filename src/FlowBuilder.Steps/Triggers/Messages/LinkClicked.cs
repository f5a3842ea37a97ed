using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Triggers.Messages;

/// <summary>The customer clicks a link in a message.</summary>
[Step("link-clicked", Title = "Link clicked", Icon = "ads_click", Group = "Messages")]
public sealed record LinkClicked : TriggerStep
{
    /// <summary>Only in a message of this template; null: any.</summary>
    [StringLength(Rules.LongestName), Display(
        Name = "Template", Description = "Only in a message made from this template. Leave empty for any.")]
    public string? Template { get; init; }

    /// <summary>Only links whose address contains this, compared without case; null: any.</summary>
    [StringLength(Rules.LongestUrl), Display(
        Name = "Address", Description = "Only links whose address contains this text. Leave empty for any.")]
    public string? Url { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.LinkClicked];

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => string.IsNullOrWhiteSpace(Template) ? [] : [new(ReferenceKind.Template, Template)];

    /// <inheritdoc />
    public override bool Answers(CustomerEvent happened, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return OpenedOrClicked.IsOf(Template, happened, facts)
            && (string.IsNullOrWhiteSpace(Url)
                || happened.Properties.Text("url")?.Contains(Url.Trim(), StringComparison.OrdinalIgnoreCase) == true);
    }

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return "the customer clicks a link" + (string.IsNullOrWhiteSpace(Url) ? "" : $" to {ValuePhrases.Quote(Url)}")
            + (string.IsNullOrWhiteSpace(Template) ? "" : $" in {names.Template(Template)}");
    }
}
