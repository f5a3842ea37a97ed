using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Invoices;

/// <summary>A payment of the customer does not go through.</summary>
[Step("payment-failed", Title = "Payment failed", Icon = "credit_card_off", Group = "Invoices and payments")]
public sealed record PaymentFailed() : EventTrigger("a payment fails", [EventNames.PaymentFailed]);
