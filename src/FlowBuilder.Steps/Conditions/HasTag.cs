using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>The customer has a tag now.</summary>
[Step("has-tag", Title = "Has a tag", Icon = "label", Group = "Tags")]
public sealed record HasTag : ConditionStep
{
    /// <summary>The tag, compared without case.</summary>
    [Required, StringLength(Rules.LongestTag), Display(Name = "Tag", Description = "The tag to look for.")]
    public string? Tag { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => Tag is null ? Dependencies.None : Dependencies.OnTag(Tag.Trim());

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => Tag is null ? [] : [new(ReferenceKind.Tag, Tag)];

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c) => Tag is not null && c.Facts.HasTag(Tag.Trim());

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"the customer {(Not ? "does not have" : "has")} the tag {ValuePhrases.Quote(Tag, "not yet chosen")}";
}
