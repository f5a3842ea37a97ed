using System.Text.Json.Serialization;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The crew begins a visit.</summary>
[Step("visit-started", Title = "Visit started", Icon = "directions_car", Group = "Visits")]
public sealed record VisitStarted : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.VisitStarted];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a visit starts";
}
