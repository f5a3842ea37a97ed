using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers.Meetings;

/// <summary>A meeting with the customer is over.</summary>
[Step("meeting-completed", Title = "Meeting completed", Icon = "handshake", Group = "Meetings")]
public sealed record MeetingCompleted()
    : EventTrigger("a meeting is completed", [EventNames.MeetingCompleted], new KnownDate("start_at", Duration.Zero));
