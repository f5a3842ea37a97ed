using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Maintenance;

/// <summary>Maintenance of a customer's equipment is done.</summary>
[Step("maintenance-completed", Title = "Maintenance completed", Icon = "build_circle", Group = "Maintenance")]
public sealed record MaintenanceCompleted() : EventTrigger("equipment maintenance is completed", [EventNames.MaintenanceCompleted]);
