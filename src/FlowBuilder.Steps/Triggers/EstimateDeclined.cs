using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The customer declines an estimate.</summary>
[Step("estimate-declined", Title = "Estimate declined", Icon = "thumb_down", Group = "Estimates")]
public sealed record EstimateDeclined : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.EstimateDeclined];

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<KnownDate> KnownDates => [new("sent_at", Duration.Zero)];

    /// <inheritdoc />
    public override string Sentence(Names names) => "an estimate is declined";
}
