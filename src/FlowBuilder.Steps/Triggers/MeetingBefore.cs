using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>Some time before a meeting begins. Follows the meeting when it is rescheduled; vanishes when it is cancelled or over.</summary>
[Step("meeting-before", Title = "Before a meeting", Icon = "alarm", Group = "Meetings")]
public sealed record MeetingBefore : BeforeTrigger
{
    private static readonly RecordLife Course = new([EventNames.MeetingAdded, EventNames.MeetingRescheduled], [EventNames.MeetingCompleted, EventNames.MeetingCancelled]);

    /// <inheritdoc />
    [JsonIgnore]
    public override string RecordType => "meeting";

    private protected override string DateProperty => "start_at";

    private protected override RecordLife Life => Course;

    private protected override string What => "a meeting";
}
