using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Messages;

/// <summary>A line in an employee's notifications. Table <c>notifications</c>.</summary>
public sealed class NotificationRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public string UserId { get; set; } = "";

    public long? CustomerId { get; set; }

    public long? EnrollmentId { get; set; }

    public NotificationKind Kind { get; set; }

    public long? ReviewId { get; set; }

    public long? MessageId { get; set; }

    public Guid? SequenceId { get; set; }

    /// <summary>How many things the line stands for.</summary>
    public int Count { get; set; } = 1;

    /// <summary>Since when it is to be looked at whether it goes by email too; null once it went or was not wanted.</summary>
    public DateTimeOffset? EmailDueAt { get; set; }

    public string Text { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? ReadAt { get; set; }
}
