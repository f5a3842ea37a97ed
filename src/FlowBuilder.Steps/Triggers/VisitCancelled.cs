using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>A visit is called off.</summary>
[Step("visit-cancelled", Title = "Visit cancelled", Icon = "event_busy", Group = "Visits")]
public sealed record VisitCancelled : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.VisitCancelled];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a visit is cancelled";
}
