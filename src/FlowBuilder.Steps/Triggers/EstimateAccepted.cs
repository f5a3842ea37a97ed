using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The customer accepts an estimate.</summary>
[Step("estimate-accepted", Title = "Estimate accepted", Icon = "thumb_up", Group = "Estimates")]
public sealed record EstimateAccepted : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.EstimateAccepted];

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<KnownDate> KnownDates => [new("sent_at", Duration.Zero)];

    /// <inheritdoc />
    public override string Sentence(Names names) => "an estimate is accepted";
}
