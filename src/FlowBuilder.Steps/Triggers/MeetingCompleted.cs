using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers;

/// <summary>A meeting with the customer is over.</summary>
[Step("meeting-completed", Title = "Meeting completed", Icon = "handshake", Group = "Meetings")]
public sealed record MeetingCompleted : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.MeetingCompleted];

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<KnownDate> KnownDates => [new("start_at", Duration.Zero)];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a meeting is completed";
}
