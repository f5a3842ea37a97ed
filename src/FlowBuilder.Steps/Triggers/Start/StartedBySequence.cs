using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Start;

/// <summary>An action “start a sequence” of another sequence names this one.</summary>
[Step("started-by-sequence", Title = "Started by another sequence", Icon = "call_merge", Group = "Start")]
public sealed record StartedBySequence() : EventTrigger("another sequence starts this one", [EventNames.SequenceStarted])
{
    /// <inheritdoc />
    [JsonIgnore]
    public override bool AnyRecord => true;
}
