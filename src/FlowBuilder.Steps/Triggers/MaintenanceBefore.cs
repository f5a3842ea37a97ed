using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>Some time before equipment maintenance is due. Follows its date; vanishes when it is done.</summary>
[Step("maintenance-before", Title = "Before maintenance is due", Icon = "home_repair_service", Group = "Maintenance")]
public sealed record MaintenanceBefore : BeforeTrigger
{
    private static readonly RecordLife Course = new([EventNames.MaintenanceAdded], [EventNames.MaintenanceCompleted]);

    /// <inheritdoc />
    [JsonIgnore]
    public override string RecordType => "maintenance";

    private protected override string DateProperty => "due_at";

    private protected override RecordLife Life => Course;

    private protected override string What => "equipment maintenance is due";
}
