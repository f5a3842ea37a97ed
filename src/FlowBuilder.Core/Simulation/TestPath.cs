using System.Collections.Immutable;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Simulation;

/// <summary>One way of the customer through the sequence.</summary>
/// <param name="Run">The run; messages name it.</param>
/// <param name="EnteredAt">When they entered.</param>
/// <param name="Why">Why they entered.</param>
/// <param name="Entry">The triggers, ANDs and ORs they came in by.</param>
/// <param name="Steps">What was done, in order.</param>
/// <param name="State">What the run is at.</param>
/// <param name="StandsOn">The node it stands on; null once it has ended.</param>
/// <param name="StoppedBy">The Stop When that ended it.</param>
/// <param name="Ending">Why it ended; null while it has not.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record TestPath(
    EnrollmentId Run, DateTimeOffset EnteredAt, string Why, ImmutableArray<string> Entry, ImmutableArray<TestStep> Steps,
    EnrollmentState State, string? StandsOn, string? StoppedBy, string? Ending, DateTimeOffset? EndedAt);

/// <summary>One step of a way.</summary>
/// <param name="Node">The node.</param>
/// <param name="Pass">How often it had been come by.</param>
/// <param name="ArrivedAt">When the customer came to it.</param>
/// <param name="At">When it was done.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Port">The port left by, also where there is only one; null when the run ended here.</param>
/// <param name="Sentence">What was done and why.</param>
/// <param name="Effects">What it would have done to the customer and to colleagues.</param>
/// <param name="Messages">What it would have sent, rendered.</param>
public sealed record TestStep(
    string Node, int Pass, DateTimeOffset ArrivedAt, DateTimeOffset At, StepResult Result, string? Port, string Sentence,
    ImmutableArray<string> Effects, ImmutableArray<TestRunMessage> Messages);
