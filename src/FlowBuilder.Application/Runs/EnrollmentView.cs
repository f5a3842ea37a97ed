using FlowBuilder.Core.Model.Enrollments;

namespace FlowBuilder.Application.Runs;

/// <summary>A customer's run of a sequence.</summary>
/// <param name="Id">Of the run.</param>
/// <param name="Sequence">Id of the sequence.</param>
/// <param name="Version">The version it runs on.</param>
/// <param name="Customer">The customer's userId.</param>
/// <param name="Record">The record it belongs to.</param>
/// <param name="State">review, active, waiting, sending, done, stopped, rejected or failed.</param>
/// <param name="Held">paused, plan or customer while it is held; null otherwise.</param>
/// <param name="Node">The node it stands on; null once ended.</param>
/// <param name="EnteredAt">Product time of entry.</param>
/// <param name="DueAt">When it goes on; null when only an event, an answer or a person moves it.</param>
/// <param name="EndedAt">Null while live.</param>
/// <param name="EndReason">Why it ended, in plain words.</param>
/// <param name="Steps">What was done so far, oldest first; null in lists.</param>
public sealed record EnrollmentView(
    string Id, string Sequence, int Version, string? Customer, EnrollmentRecord? Record, EnrollmentState State, Hold? Held, string? Node,
    DateTimeOffset EnteredAt, DateTimeOffset? DueAt, DateTimeOffset? EndedAt, string? EndReason, IReadOnlyList<StepRunView>? Steps);

/// <summary>Names the record of a run.</summary>
public sealed record EnrollmentRecord(string Type, string Id);

/// <summary>One step done for a run.</summary>
/// <param name="Node">The node it was drawn as.</param>
/// <param name="Type">The step's id, such as <c>email-customer</c>.</param>
/// <param name="At">When it was done.</param>
/// <param name="Outcome">done, skipped, failed, timedOut, unknown or cancelled.</param>
/// <param name="Sentence">What was done and why, in plain words.</param>
/// <param name="Port">The way out, where there are several.</param>
/// <param name="Pass">How often the run had come by: 1 the first time.</param>
public sealed record StepRunView(string Node, string Type, DateTimeOffset At, StepResult Outcome, string Sentence, string? Port, int Pass);
