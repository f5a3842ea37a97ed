using FlowBuilder.Core.Model.Enrollments;

namespace FlowBuilder.Application.Runs;

/// <summary>A customer's run of a sequence, as a line.</summary>
public sealed record RunLine(
    long Id, string Customer, Guid Sequence, string Title, int Version, EnrollmentState State, Hold Hold, DateTimeOffset EnteredAt,
    DateTimeOffset? DueAt, DateTimeOffset? EndedAt, string? EndReason, string? Record)
{
    /// <summary>The customer's name, or that there is none.</summary>
    public string Name => Customer.Length == 0 ? "No name" : Customer;
}
