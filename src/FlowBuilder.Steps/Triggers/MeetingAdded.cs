using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>A meeting with the customer is put into the calendar.</summary>
[Step("meeting-added", Title = "Meeting booked", Icon = "groups", Group = "Meetings")]
public sealed record MeetingAdded : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.MeetingAdded];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a meeting is booked";
}
