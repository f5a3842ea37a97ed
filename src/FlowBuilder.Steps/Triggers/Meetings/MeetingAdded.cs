using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Meetings;

/// <summary>A meeting with the customer is put into the calendar.</summary>
[Step("meeting-added", Title = "Meeting booked", Icon = "groups", Group = "Meetings")]
public sealed record MeetingAdded() : EventTrigger("a meeting is booked", [EventNames.MeetingAdded]);
