using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers;

/// <summary>An estimate goes out to the customer; the run belongs to that estimate.</summary>
[Step("estimate-sent", Title = "Estimate sent", Icon = "request_quote", Group = "Estimates")]
public sealed record EstimateSent : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.EstimateSent];

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<KnownDate> KnownDates => [new("sent_at", Duration.Zero)];

    /// <inheritdoc />
    public override string Sentence(Names names) => "an estimate is sent";
}
