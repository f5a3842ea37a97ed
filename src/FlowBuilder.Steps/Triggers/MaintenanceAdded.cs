using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>Maintenance of a customer's equipment is planned.</summary>
[Step("maintenance-added", Title = "Maintenance added", Icon = "build", Group = "Maintenance")]
public sealed record MaintenanceAdded : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.MaintenanceAdded];

    /// <inheritdoc />
    public override string Sentence(Names names) => "equipment maintenance is planned";
}
