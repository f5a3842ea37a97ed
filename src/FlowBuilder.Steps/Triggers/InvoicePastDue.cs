using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers;

/// <summary>An invoice was not paid in time, as the invoicing system tells.</summary>
[Step("invoice-past-due", Title = "Invoice past due", Icon = "receipt_long", Group = "Invoices and payments")]
public sealed record InvoicePastDue : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.InvoicePastDue];

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<KnownDate> KnownDates => [new("due_at", Duration.Zero)];

    /// <inheritdoc />
    public override string Sentence(Names names) => "an invoice is past due";
}
