using System.Text.Json.Serialization;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The customer accepts an estimate.</summary>
[Step("estimate-accepted", Title = "Estimate accepted", Icon = "thumb_up", Group = "Estimates")]
public sealed record EstimateAccepted : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.EstimateAccepted];

    /// <inheritdoc />
    public override string Sentence(Names names) => "an estimate is accepted";
}
