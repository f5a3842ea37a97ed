using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>A to-do about the customer is written down.</summary>
[Step("todo-added", Title = "To-do added", Icon = "add_task", Group = "To-dos")]
public sealed record ToDoAdded : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.ToDoAdded];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a to-do is added";
}
