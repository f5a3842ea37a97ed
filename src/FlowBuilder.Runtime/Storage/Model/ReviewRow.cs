using FlowBuilder.Core.Reviews;

namespace FlowBuilder.Runtime.Storage.Model;

/// <summary>One item of the review queue. Table <c>reviews</c>.</summary>
public sealed class ReviewRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public int Partition { get; set; }

    public long CustomerId { get; set; }

    public long EnrollmentId { get; set; }

    public ReviewKind Kind { get; set; }

    public ReviewState State { get; set; }

    public string Etag { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>JSON list of the messages as shown; see <see cref="StoredJson.ReadPreviews"/>.</summary>
    public string Messages { get; set; } = "";

    /// <summary>JSON list of what a reviewer should know besides; null when there is nothing.</summary>
    public string? Caveats { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public string? Note { get; set; }
}
