using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Messages;

/// <summary>A message of the outbox without its body. Table <c>messages</c>.</summary>
public sealed class MessageRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public int Partition { get; set; }

    public long CustomerId { get; set; }

    public long? EnrollmentId { get; set; }

    public Guid? SequenceId { get; set; }

    public string? Node { get; set; }

    public int Pass { get; set; }

    public int Part { get; set; }

    public Channel Channel { get; set; }

    public Purpose Purpose { get; set; }

    public string? Template { get; set; }

    public int TemplateRevision { get; set; }

    public string? ToPerson { get; set; }

    public string To { get; set; } = "";

    public string? Subject { get; set; }

    public MessageState State { get; set; }

    public string? Because { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    /// <summary>System time of the next transport retry.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? ProviderId { get; set; }

    public DateTimeOffset? OpenedAt { get; set; }

    public DateTimeOffset? ClickedAt { get; set; }

    public DateTimeOffset? BouncedAt { get; set; }
}
