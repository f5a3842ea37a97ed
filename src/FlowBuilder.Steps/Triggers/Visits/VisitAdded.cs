using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Visits;

/// <summary>A visit is put into the calendar.</summary>
[Step("visit-added", Title = "Visit booked", Icon = "event_available", Group = "Visits")]
public sealed record VisitAdded() : EventTrigger("a visit is booked", [EventNames.VisitAdded]);
