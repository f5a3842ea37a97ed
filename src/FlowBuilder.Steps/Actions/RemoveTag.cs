using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>Takes a tag from the customer, so that adding it again can start a sequence anew.</summary>
[Step("remove-tag", Title = "Remove a tag", Icon = "layers_clear", Group = "Tags")]
public sealed record RemoveTag : ActionStep
{
    /// <summary>The tag, compared without case.</summary>
    [Required, StringLength(Rules.LongestTag), Display(Name = "Tag", Description = "The tag to remove.")]
    public string? Tag { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References =>
        string.IsNullOrWhiteSpace(Tag) ? [] : [new(ReferenceKind.Tag, Tag, ReferenceUse.Removes)];

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c) =>
        string.IsNullOrWhiteSpace(Tag) ? StepOutcome.Skip("no tag has been chosen") : StepOutcome.Do(new Effect.RemoveTag(Tag.Trim()));

    /// <inheritdoc />
    public override string Sentence(Names names) => $"remove the tag {ValuePhrases.Quote(Tag, "not yet chosen")}";
}
