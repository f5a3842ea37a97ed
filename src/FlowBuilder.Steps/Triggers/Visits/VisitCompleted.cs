using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers.Visits;

/// <summary>The crew finishes a visit.</summary>
[Step("visit-completed", Title = "Visit completed", Icon = "task_alt", Group = "Visits")]
public sealed record VisitCompleted()
    : EventTrigger("a visit is completed", [EventNames.VisitCompleted], new KnownDate("start_at", Duration.Zero));
