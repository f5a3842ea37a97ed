using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>A payment of the customer does not go through.</summary>
[Step("payment-failed", Title = "Payment failed", Icon = "credit_card_off", Group = "Invoices and payments")]
public sealed record PaymentFailed : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.PaymentFailed];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a payment fails";
}
