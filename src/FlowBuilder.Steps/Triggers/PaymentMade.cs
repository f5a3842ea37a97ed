using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The customer pays something.</summary>
[Step("payment-made", Title = "Payment made", Icon = "payments", Group = "Invoices and payments")]
public sealed record PaymentMade : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.PaymentMade];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a payment is made";
}
