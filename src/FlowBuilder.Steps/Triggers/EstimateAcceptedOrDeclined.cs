using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The customer answers an estimate with yes or no.</summary>
[Step("estimate-accepted-or-declined", Title = "Estimate accepted or declined", Icon = "thumbs_up_down", Group = "Estimates")]
public sealed record EstimateAcceptedOrDeclined : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.EstimateAccepted, EventNames.EstimateDeclined];

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<KnownDate> KnownDates => [new("sent_at", Duration.Zero)];

    /// <inheritdoc />
    public override string Sentence(Names names) => "an estimate is accepted or declined";
}
