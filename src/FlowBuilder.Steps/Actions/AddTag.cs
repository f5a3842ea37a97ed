using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>Gives the customer a tag. Has it already: nothing changes.</summary>
[Step("add-tag", Title = "Add a tag", Icon = "sell", Group = "Tags")]
public sealed record AddTag : ActionStep
{
    /// <summary>The tag, compared without case.</summary>
    [Required, StringLength(Rules.LongestTag), Display(Name = "Tag", Description = "The tag to add.")]
    public string? Tag { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References =>
        string.IsNullOrWhiteSpace(Tag) ? [] : [new(ReferenceKind.Tag, Tag, ReferenceUse.Adds)];

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c) =>
        string.IsNullOrWhiteSpace(Tag) ? StepOutcome.Skip("no tag has been chosen") : StepOutcome.Do(new Effect.AddTag(Tag.Trim()));

    /// <inheritdoc />
    public override string Sentence(Names names) => $"add the tag {ValuePhrases.Quote(Tag, "not yet chosen")}";
}
