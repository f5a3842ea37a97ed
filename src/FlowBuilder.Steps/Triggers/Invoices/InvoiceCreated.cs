using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Invoices;

/// <summary>An invoice is written; the run belongs to that invoice.</summary>
[Step("invoice-created", Title = "Invoice created", Icon = "receipt", Group = "Invoices and payments")]
public sealed record InvoiceCreated() : EventTrigger("an invoice is created", [EventNames.InvoiceCreated]);
