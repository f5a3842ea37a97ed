using System.Text.Json.Serialization;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>An estimate goes out to the customer; the run belongs to that estimate.</summary>
[Step("estimate-sent", Title = "Estimate sent", Icon = "request_quote", Group = "Estimates")]
public sealed record EstimateSent : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.EstimateSent];

    /// <inheritdoc />
    public override string Sentence(Names names) => "an estimate is sent";
}
