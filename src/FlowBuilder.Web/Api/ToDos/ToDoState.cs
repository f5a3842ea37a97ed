namespace FlowBuilder.Web.Api.ToDos;

/// <summary>Filter of the list.</summary>
internal enum ToDoState
{
    Open,
    Done,
}
