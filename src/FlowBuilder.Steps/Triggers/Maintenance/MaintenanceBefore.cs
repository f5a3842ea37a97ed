using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Maintenance;

/// <summary>Some time before equipment maintenance is due. Follows its date; vanishes when it is done.</summary>
[Step("maintenance-before", Title = "Before maintenance is due", Icon = "home_repair_service", Group = "Maintenance")]
public sealed record MaintenanceBefore()
    : BeforeTrigger(
        "maintenance", "due_at", "equipment maintenance is due",
        new RecordLife([EventNames.MaintenanceAdded], [EventNames.MaintenanceCompleted]));
