using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.ToDos;

/// <summary>A to-do about the customer is ticked off.</summary>
[Step("todo-completed", Title = "To-do completed", Icon = "check_box", Group = "To-dos")]
public sealed record ToDoCompleted() : EventTrigger("a to-do is completed", [EventNames.ToDoCompleted]);
