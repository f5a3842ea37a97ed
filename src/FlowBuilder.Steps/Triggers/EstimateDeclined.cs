using System.Text.Json.Serialization;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The customer declines an estimate.</summary>
[Step("estimate-declined", Title = "Estimate declined", Icon = "thumb_down", Group = "Estimates")]
public sealed record EstimateDeclined : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.EstimateDeclined];

    /// <inheritdoc />
    public override string Sentence(Names names) => "an estimate is declined";
}
