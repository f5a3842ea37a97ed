using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Meetings;

/// <summary>Some time before a meeting begins. Follows the meeting when it is rescheduled; vanishes when it is cancelled or over.</summary>
[Step("meeting-before", Title = "Before a meeting", Icon = "alarm", Group = "Meetings")]
public sealed record MeetingBefore()
    : BeforeTrigger(
        "meeting", "start_at", "a meeting",
        new RecordLife(
            [EventNames.MeetingAdded, EventNames.MeetingRescheduled], [EventNames.MeetingCompleted, EventNames.MeetingCancelled]));
