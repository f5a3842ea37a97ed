using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Enrollments;

/// <summary>One step done for one enrollment. Table <c>step_runs</c>.</summary>
public sealed class StepRunRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long EnrollmentId { get; set; }

    /// <summary>Grows in the order of writing.</summary>
    public long Id { get; set; }

    public string Node { get; set; } = "";

    public int Pass { get; set; }

    public string StepType { get; set; } = "";

    public DateTimeOffset ArrivedAt { get; set; }

    public DateTimeOffset At { get; set; }

    public StepResult Result { get; set; }

    public string? Port { get; set; }

    public string? Because { get; set; }
}
