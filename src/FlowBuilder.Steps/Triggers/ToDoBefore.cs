using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>Some time before a to-do is due. Follows its date; vanishes when it is done.</summary>
[Step("todo-before", Title = "Before a to-do is due", Icon = "pending_actions", Group = "To-dos")]
public sealed record ToDoBefore : BeforeTrigger
{
    private static readonly RecordLife Course = new([EventNames.ToDoAdded], [EventNames.ToDoCompleted]);

    /// <inheritdoc />
    [JsonIgnore]
    public override string RecordType => "todo";

    private protected override string DateProperty => "due_at";

    private protected override RecordLife Life => Course;

    private protected override string What => "a to-do is due";
}
