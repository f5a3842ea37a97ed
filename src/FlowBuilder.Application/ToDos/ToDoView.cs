namespace FlowBuilder.Application.ToDos;

/// <summary>A to-do of the company's people.</summary>
/// <param name="Customer">The customer's userId; null while only an anonymous id is known.</param>
/// <param name="Enrollment">The run that made it.</param>
/// <param name="Assignee">Id of the person; null for nobody in particular.</param>
/// <param name="CompletedAt">Null while open.</param>
public sealed record ToDoView(
    string Id, string? Customer, string? Enrollment, string Title, string? Notes, string? Assignee, DateTimeOffset? DueAt,
    DateTimeOffset CreatedAt, DateTimeOffset? CompletedAt, string? CompletedBy);
