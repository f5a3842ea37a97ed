using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Enrollments;

/// <summary>A to-do of the company's people. Table <c>todos</c>.</summary>
public sealed class ToDoRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public long CustomerId { get; set; }

    public long? EnrollmentId { get; set; }

    public string Title { get; set; } = "";

    public string? Notes { get; set; }

    public string? AssigneeId { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Null while open.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    public string? CompletedBy { get; set; }
}
