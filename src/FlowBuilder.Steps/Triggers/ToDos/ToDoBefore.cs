using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.ToDos;

/// <summary>Some time before a to-do is due. Follows its date; vanishes when it is done.</summary>
[Step("todo-before", Title = "Before a to-do is due", Icon = "pending_actions", Group = "To-dos")]
public sealed record ToDoBefore()
    : BeforeTrigger("todo", "due_at", "a to-do is due", new RecordLife([EventNames.ToDoAdded], [EventNames.ToDoCompleted]));
