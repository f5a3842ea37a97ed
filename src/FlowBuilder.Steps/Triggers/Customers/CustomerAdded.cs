using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Customers;

/// <summary>A customer is told of for the first time.</summary>
[Step("customer-added", Title = "Customer added", Icon = "person_add", Group = "Customers")]
public sealed record CustomerAdded() : EventTrigger("a customer is added", [EventNames.CustomerAdded]);
