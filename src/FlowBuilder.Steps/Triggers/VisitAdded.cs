using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>A visit is put into the calendar.</summary>
[Step("visit-added", Title = "Visit booked", Icon = "event_available", Group = "Visits")]
public sealed record VisitAdded : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.VisitAdded];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a visit is booked";
}
