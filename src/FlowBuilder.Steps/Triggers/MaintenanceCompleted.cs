using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>Maintenance of a customer's equipment is done.</summary>
[Step("maintenance-completed", Title = "Maintenance completed", Icon = "build_circle", Group = "Maintenance")]
public sealed record MaintenanceCompleted : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.MaintenanceCompleted];

    /// <inheritdoc />
    public override string Sentence(Names names) => "equipment maintenance is completed";
}
