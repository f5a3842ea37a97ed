using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.ToDos;

/// <summary>A to-do about the customer is written down.</summary>
[Step("todo-added", Title = "To-do added", Icon = "add_task", Group = "To-dos")]
public sealed record ToDoAdded() : EventTrigger("a to-do is added", [EventNames.ToDoAdded]);
