using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>The customer's status is one of some.</summary>
[Step("customer-status", Title = "Customer status", Icon = "verified_user", Group = "Customers")]
public sealed record CustomerStatus : ConditionStep
{
    /// <summary>The ones that count, such as lead, active or former.</summary>
    [Required, Display(Name = "One of", Description = "The status must be one of these, such as lead, active or former.")]
    public ImmutableArray<string> In { get; init; } = [];

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => Dependencies.OnField("status");

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c) =>
        !In.IsDefaultOrEmpty
        && c.Facts.Customer.Fields.Text("status") is { } own
        && In.Any(one => string.Equals(one?.Trim(), own.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"the customer's status {(Not ? "is not" : "is")} "
            + $"{ValuePhrases.List(In.IsDefault ? [] : In.Select(one => ValuePhrases.Quote(one)), "or")}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.Listed(In, "in", "status")
        .Concat(In.IsDefaultOrEmpty ? [] : In.Where(status => status is not ("lead" or "active" or "former")).Take(1)
            .Select(status => new SettingFinding("in", $"A customer is lead, active or former, never “{status}”. Choose among these.")));
}
