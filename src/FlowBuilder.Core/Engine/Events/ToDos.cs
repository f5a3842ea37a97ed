using System.Globalization;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>To-dos are records of the customer too: <i>To-Do Added</i> and <i>To-Do Completed</i>
/// are events like those of any system.</summary>
internal static class ToDos
{
    /// <summary>A run's step asks for one; or, without a run, the customer's own doing.</summary>
    public static void Add(Turn turn, Effect.CreateToDo todo, Enrollment? run = null)
    {
        var id = turn.NewId();
        turn.Write(new Change.ToDoAdded(id, todo, turn.Now, run?.Id));
        var properties = Told(id, todo.Title);
        if (todo.DueAt is { } due) properties = properties.With("due_at", due);
        turn.Raise(
            run is null
                ? turn.Own(EventNames.ToDoAdded, properties, record: Key(id))
                : turn.OwnOf(run, EventNames.ToDoAdded, properties, Key(id)));
    }

    public static TurnAnswer Complete(Turn turn, TurnInput.CompleteToDo input)
    {
        if (turn.Facts.Find(Key(input.ToDo)) is { Status: "completed" })
            return new TurnAnswer.Refused(Refusal.WrongState, "The to-do is already checked off.");
        turn.Write(new Change.ToDoCompleted(input.ToDo, input.By, turn.Now));
        turn.Raise(turn.Own(EventNames.ToDoCompleted, Told(input.ToDo, input.Title), record: Key(input.ToDo)));
        return TurnAnswer.Ok;
    }

    private static RecordKey Key(long id) => new("todo", id.ToString(CultureInfo.InvariantCulture));

    private static Properties Told(long id, string title) =>
        Properties.Of(("todo_id", id.ToString(CultureInfo.InvariantCulture)), ("title", title));
}
