using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers.Estimates;

/// <summary>The customer answers an estimate with yes or no.</summary>
[Step("estimate-accepted-or-declined", Title = "Estimate accepted or declined", Icon = "thumbs_up_down", Group = "Estimates")]
public sealed record EstimateAcceptedOrDeclined()
    : EventTrigger(
        "an estimate is accepted or declined", [EventNames.EstimateAccepted, EventNames.EstimateDeclined],
        new KnownDate("sent_at", Duration.Zero));
