using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>An invoice is paid in full.</summary>
[Step("invoice-paid", Title = "Invoice paid", Icon = "paid", Group = "Invoices and payments")]
public sealed record InvoicePaid : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.InvoicePaid];

    /// <inheritdoc />
    public override string Sentence(Names names) => "an invoice is paid";
}
