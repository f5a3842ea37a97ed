using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Enrollments;

/// <summary>One item of the review queue. Table <c>reviews</c>.</summary>
public sealed class ReviewRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public int Partition { get; set; }

    public long CustomerId { get; set; }

    public long EnrollmentId { get; set; }

    public Guid SequenceId { get; set; }

    public ReviewKind Kind { get; set; }

    public ReviewState State { get; set; }

    public string Etag { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>JSON list of the messages as shown; see <see cref="StoredJson.ReadPreviews"/>.</summary>
    public string Messages { get; set; } = "";

    /// <summary>JSON list of what a reviewer should know besides; null when there is nothing.</summary>
    public string? Caveats { get; set; }

    /// <summary>JSON list of what has come to be different since; null when nothing has.</summary>
    public string? News { get; set; }

    /// <summary>JSON list of a reviewer's own words; see <see cref="StoredJson.ReadEdits"/>.</summary>
    public string? Edits { get; set; }

    /// <summary>The same for all that differ by merge fields only.</summary>
    public string Alike { get; set; } = "";

    /// <summary>Id of the person asked to decide.</summary>
    public string? AskedOf { get; set; }

    public string? AskedBy { get; set; }

    public string? AskedNote { get; set; }

    public DateTimeOffset? SnoozedUntil { get; set; }

    public string? SnoozedBy { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? RemindAt { get; set; }

    public DateTimeOffset? EscalatedAt { get; set; }

    /// <summary>When a pump must look at it next; null: not by itself.</summary>
    public DateTimeOffset? LookAt { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public string? Note { get; set; }
}
