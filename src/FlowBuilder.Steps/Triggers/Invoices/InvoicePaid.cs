using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Invoices;

/// <summary>An invoice is paid in full.</summary>
[Step("invoice-paid", Title = "Invoice paid", Icon = "paid", Group = "Invoices and payments")]
public sealed record InvoicePaid() : EventTrigger("an invoice is paid", [EventNames.InvoicePaid]);
