using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers.Estimates;

/// <summary>The customer accepts an estimate.</summary>
[Step("estimate-accepted", Title = "Estimate accepted", Icon = "thumb_up", Group = "Estimates")]
public sealed record EstimateAccepted()
    : EventTrigger("an estimate is accepted", [EventNames.EstimateAccepted], new KnownDate("sent_at", Duration.Zero));
