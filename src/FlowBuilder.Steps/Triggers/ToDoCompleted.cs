using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>A to-do about the customer is ticked off.</summary>
[Step("todo-completed", Title = "To-do completed", Icon = "check_box", Group = "To-dos")]
public sealed record ToDoCompleted : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.ToDoCompleted];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a to-do is completed";
}
