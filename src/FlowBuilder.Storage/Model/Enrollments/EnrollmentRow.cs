using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Enrollments;

/// <summary>A customer's run of one version. Kept narrow: a million of them wait. Table <c>enrollments</c>.</summary>
public sealed class EnrollmentRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public int Partition { get; set; }

    public long CustomerId { get; set; }

    public Guid SequenceId { get; set; }

    public long VersionId { get; set; }

    public string? RecordType { get; set; }

    public string? RecordId { get; set; }

    public EnrollmentState State { get; set; }

    public Hold Hold { get; set; }

    public DateTimeOffset? HeldSince { get; set; }

    public int Cursor { get; set; }

    public int Pass { get; set; }

    /// <summary>JSON object: step index to passes; null when empty.</summary>
    public string? Passes { get; set; }

    public DateTimeOffset EnteredAt { get; set; }

    public long EnteredSeq { get; set; }

    public DateTimeOffset ArrivedAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? WatchAt { get; set; }

    /// <summary>When the engine must look at it next; what the due query asks.</summary>
    public DateTimeOffset? LookAt { get; set; }

    public bool SkipsToNextWait { get; set; }

    public int? StopChain { get; set; }

    public int Depth { get; set; }

    /// <summary><c>@</c>: the event at <see cref="EnteredSeq"/> is it, stored once; else its JSON;
    /// null: there is none. See <see cref="StoredJson"/>.</summary>
    public string? StartingEvent { get; set; }

    /// <summary>JSON object: template key to revision; null when empty.</summary>
    public string? PinnedTemplates { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? EndReason { get; set; }

    /// <summary>JSON list of a reviewer's own words for first messages; null when there are none.</summary>
    public string? EditedMessages { get; set; }
}
