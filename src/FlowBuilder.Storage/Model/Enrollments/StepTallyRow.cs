using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Enrollments;

/// <summary>How often a step ended in one way within one hour, over all customers of a sequence:
/// what a drawing shows without looking through its history. Table <c>step_tallies</c>.</summary>
public sealed class StepTallyRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public Guid SequenceId { get; set; }

    public string Node { get; set; } = "";

    /// <summary>The port left by; empty where there is only one.</summary>
    public string Port { get; set; } = "";

    public StepResult Result { get; set; }

    /// <summary>The beginning of the hour, in product time.</summary>
    public DateTimeOffset Hour { get; set; }

    /// <summary>How often.</summary>
    public int Count { get; set; }
}
