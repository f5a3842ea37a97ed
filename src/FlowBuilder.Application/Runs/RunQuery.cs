using FlowBuilder.Core.Model.Enrollments;

namespace FlowBuilder.Application.Runs;

/// <summary>Which runs are wanted. A null or empty member wants all.</summary>
/// <param name="Customer">Part of a name, email, phone or id.</param>
/// <param name="Sequence">Only runs of this one.</param>
/// <param name="State">Only runs at this.</param>
/// <param name="Held">Only runs that are held.</param>
/// <param name="Before">Only runs older than the one of this number.</param>
/// <param name="Node">Only runs that stand on this step of <paramref name="Sequence"/>.</param>
/// <param name="From">Only runs entered on this day of the company's or later.</param>
/// <param name="Until">Only runs entered on this day or earlier.</param>
public record RunQuery(
    string Customer = "", Guid? Sequence = null, EnrollmentState? State = null, bool Held = false, long? Before = null, string? Node = null,
    DateOnly? From = null, DateOnly? Until = null);
