using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Enrollments;

/// <summary>An arm of an AND node that has fired. Table <c>arms</c>.</summary>
public sealed class ArmRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long CustomerId { get; set; }

    public long VersionId { get; set; }

    public string Node { get; set; } = "";

    /// <summary>Empty when the arm is about no record.</summary>
    public string RecordType { get; set; } = "";

    /// <summary>Empty when the arm is about no record.</summary>
    public string RecordId { get; set; } = "";

    public int Arm { get; set; }

    public DateTimeOffset At { get; set; }
}
