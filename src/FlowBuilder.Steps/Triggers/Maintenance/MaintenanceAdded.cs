using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Maintenance;

/// <summary>Maintenance of a customer's equipment is planned.</summary>
[Step("maintenance-added", Title = "Maintenance added", Icon = "build", Group = "Maintenance")]
public sealed record MaintenanceAdded() : EventTrigger("equipment maintenance is planned", [EventNames.MaintenanceAdded]);
