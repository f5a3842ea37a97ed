namespace FlowBuilder.Application.ToDos;

/// <summary>Filter of the list.</summary>
public enum ToDoState
{
    Open,
    Done,
}
