using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>The customer's type is one of some.</summary>
[Step("customer-type", Title = "Customer type", Icon = "category", Group = "Customers")]
public sealed record CustomerType : ConditionStep
{
    /// <summary>The ones that count, such as residential or commercial.</summary>
    [Required, Display(Name = "One of", Description = "The type must be one of these, such as residential or commercial.")]
    public ImmutableArray<string> In { get; init; } = [];

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => Dependencies.OnField("type");

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c) =>
        !In.IsDefaultOrEmpty
        && c.Facts.Customer.Fields.Text("type") is { } own
        && In.Any(one => string.Equals(one?.Trim(), own.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"the customer's type {(Not ? "is not" : "is")} "
            + $"{ValuePhrases.List(In.IsDefault ? [] : In.Select(one => ValuePhrases.Quote(one)), "or")}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.Listed(In, "in", "type");
}
