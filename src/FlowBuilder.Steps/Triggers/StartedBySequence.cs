using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>An action “start a sequence” of another sequence names this one.</summary>
[Step("started-by-sequence", Title = "Started by another sequence", Icon = "call_merge", Group = "Start")]
public sealed record StartedBySequence : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override bool AnyRecord => true;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.SequenceStarted];

    /// <inheritdoc />
    public override string Sentence(Names names) => "another sequence starts this one";
}
