using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers.Estimates;

/// <summary>The customer declines an estimate.</summary>
[Step("estimate-declined", Title = "Estimate declined", Icon = "thumb_down", Group = "Estimates")]
public sealed record EstimateDeclined()
    : EventTrigger("an estimate is declined", [EventNames.EstimateDeclined], new KnownDate("sent_at", Duration.Zero));
