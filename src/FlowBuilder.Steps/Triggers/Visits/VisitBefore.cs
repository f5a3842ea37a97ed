using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Visits;

/// <summary>Some time before a visit begins. Follows the visit when it is rescheduled; vanishes
/// when it is cancelled, started or completed.</summary>
[Step("visit-before", Title = "Before a visit", Icon = "upcoming", Group = "Visits")]
public sealed record VisitBefore()
    : BeforeTrigger("visit", "start_at", "a visit", new RecordLife(
        [EventNames.VisitAdded, EventNames.VisitRescheduled],
        [EventNames.VisitStarted, EventNames.VisitCompleted, EventNames.VisitCancelled]));
