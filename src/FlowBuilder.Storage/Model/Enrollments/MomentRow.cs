using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Enrollments;

/// <summary>A moment that lies ahead: a clock trigger or a condition turned by time. Table <c>moments</c>.</summary>
public sealed class MomentRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public int Partition { get; set; }

    public long CustomerId { get; set; }

    public long VersionId { get; set; }

    public string Node { get; set; } = "";

    public string? RecordType { get; set; }

    public string? RecordId { get; set; }

    public DateTimeOffset At { get; set; }
}
