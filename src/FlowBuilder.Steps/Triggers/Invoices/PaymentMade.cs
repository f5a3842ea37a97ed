using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Invoices;

/// <summary>The customer pays something.</summary>
[Step("payment-made", Title = "Payment made", Icon = "payments", Group = "Invoices and payments")]
public sealed record PaymentMade() : EventTrigger("a payment is made", [EventNames.PaymentMade]);
