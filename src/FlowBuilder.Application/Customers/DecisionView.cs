using FlowBuilder.Core.Model.Enrollments;

namespace FlowBuilder.Application.Customers;

/// <summary>Why a customer did or did not enter, stop, or get something.</summary>
/// <param name="At">Product time.</param>
/// <param name="Outcome">entered, notEntered, stopped or skipped.</param>
/// <param name="Sentence">The reason, in plain words.</param>
/// <param name="DecidedBy">The node, person or key; null for the engine's own rules.</param>
/// <param name="Sequence">The sequence it is about.</param>
/// <param name="Enrollment">The run, when there is one.</param>
public sealed record DecisionView(
    DateTimeOffset At, DecisionOutcome Outcome, string Sentence, string? DecidedBy, string Sequence, string? Enrollment);
