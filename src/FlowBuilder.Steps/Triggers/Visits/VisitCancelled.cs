using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Visits;

/// <summary>A visit is called off.</summary>
[Step("visit-cancelled", Title = "Visit canceled", Icon = "event_busy", Group = "Visits")]
public sealed record VisitCancelled() : EventTrigger("a visit is canceled", [EventNames.VisitCancelled]);
