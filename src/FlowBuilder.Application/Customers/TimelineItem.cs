namespace FlowBuilder.Application.Customers;

/// <summary>One thing that happened to a customer.</summary>
/// <param name="At">Product time.</param>
/// <param name="Kind">event, decision, message or note.</param>
/// <param name="Title">In plain words.</param>
/// <param name="Record">The record it is about, as <c>type:id</c>.</param>
/// <param name="Sequence">The sequence it belongs to.</param>
/// <param name="Enrollment">The run it belongs to.</param>
/// <param name="Id">Of a message: its id.</param>
public sealed record TimelineItem(
    DateTimeOffset At, string Kind, string Title, string? Record = null, string? Sequence = null, string? Enrollment = null,
    string? Id = null);
