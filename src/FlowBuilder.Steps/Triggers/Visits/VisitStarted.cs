using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers.Visits;

/// <summary>The crew begins a visit.</summary>
[Step("visit-started", Title = "Visit started", Icon = "directions_car", Group = "Visits")]
public sealed record VisitStarted()
    // Crews come early, but not by half a day.
    : EventTrigger("a visit starts", [EventNames.VisitStarted], new KnownDate("start_at", Duration.Of(TimeSpan.FromHours(12))));
