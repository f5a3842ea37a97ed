using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Enrollments;

/// <summary>One line of the decision ledger. Table <c>decisions</c>.</summary>
public sealed class DecisionRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long CustomerId { get; set; }

    /// <summary>Grows in the order of writing.</summary>
    public long Id { get; set; }

    public Guid SequenceId { get; set; }

    public long? EnrollmentId { get; set; }

    public DateTimeOffset At { get; set; }

    public DecisionOutcome Outcome { get; set; }

    public string Sentence { get; set; } = "";

    public string? DecidedBy { get; set; }
}
