using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers.Invoices;

/// <summary>An invoice was not paid in time, as the invoicing system tells.</summary>
[Step("invoice-past-due", Title = "Invoice past due", Icon = "receipt_long", Group = "Invoices and payments")]
public sealed record InvoicePastDue()
    : EventTrigger("an invoice is past due", [EventNames.InvoicePastDue], new KnownDate("due_at", Duration.Zero));
