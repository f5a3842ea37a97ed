namespace FlowBuilder.Runtime.Storage.Model;

/// <summary>A line in an employee's notifications. Table <c>notifications</c>.</summary>
public sealed class NotificationRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public string UserId { get; set; } = "";

    public long? CustomerId { get; set; }

    public long? EnrollmentId { get; set; }

    public string Text { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? ReadAt { get; set; }
}
