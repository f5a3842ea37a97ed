using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Triggers.Customers;

/// <summary>A tag is given to the customer, by whomever.</summary>
[Step("tag-added", Title = "Tag added", Icon = "new_label", Group = "Tags")]
public sealed record TagAdded : TriggerStep
{
    /// <summary>The tag, compared without case.</summary>
    [Required, StringLength(Rules.LongestTag), Display(Name = "Tag", Description = "The tag to watch for.")]
    public string? Tag { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.TagAdded];

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => Tag is null ? [] : [new(ReferenceKind.Tag, Tag)];

    /// <inheritdoc />
    public override bool Answers(CustomerEvent happened, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Tag is not null && string.Equals(happened.Properties.Text("tag")?.Trim(), Tag.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc />
    public override string Sentence(Names names) => $"the tag {ValuePhrases.Quote(Tag, "not yet chosen")} is added to the customer";
}
