using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Model.Enrollments;

/// <summary>Why a customer did or did not enter, stop, or get something: one line of the decision ledger.</summary>
/// <param name="Sequence">The sequence it is about.</param>
/// <param name="Enrollment">The run, when there is one.</param>
/// <param name="At">Product time.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="Sentence">Why, for a marketer.</param>
/// <param name="DecidedBy">The node that decided, or the name of a person or key; null for the engine's own rules.</param>
public sealed record Decision(
    SequenceId Sequence, EnrollmentId? Enrollment, DateTimeOffset At, DecisionOutcome Outcome, string Sentence, string? DecidedBy = null);

/// <summary>What a <see cref="Decision"/> decided. Numbers are stored.</summary>
public enum DecisionOutcome
{
    Entered = 0,
    NotEntered = 1,
    Stopped = 2,
    Skipped = 3,
}
