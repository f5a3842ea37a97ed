using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>An invoice is written; the run belongs to that invoice.</summary>
[Step("invoice-created", Title = "Invoice created", Icon = "receipt", Group = "Invoices and payments")]
public sealed record InvoiceCreated : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.InvoiceCreated];

    /// <inheritdoc />
    public override string Sentence(Names names) => "an invoice is created";
}
