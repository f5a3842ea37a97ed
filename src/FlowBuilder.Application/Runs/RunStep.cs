using System.Collections.Immutable;
using FlowBuilder.Core.Model.Enrollments;

namespace FlowBuilder.Application.Runs;

/// <summary>One step done for a run.</summary>
/// <param name="Node">The node it was drawn as.</param>
/// <param name="Words">What it does.</param>
/// <param name="At">When it was done.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Decision">Which way was taken and why, where there are several.</param>
/// <param name="Because">Why it came out so, where that is more than the plain thing.</param>
/// <param name="Port">The way out, where there are several.</param>
/// <param name="Pass">How often the run had come by: 1 the first time.</param>
/// <param name="Messages">What it has sent.</param>
public sealed record RunStep(
    string Node, string Words, DateTimeOffset At, StepResult Result, string? Decision, string? Because, string? Port, int Pass,
    ImmutableArray<RunMessage> Messages);
