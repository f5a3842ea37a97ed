using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Core.Engine.Turns;

/// <summary>A step that is about to run.</summary>
/// <param name="Run">The run that stands on it.</param>
/// <param name="At">The step.</param>
/// <param name="Facts">What it will be asked of.</param>
/// <param name="Changes">How many changes the turn has decided before it.</param>
public readonly record struct StepBegun(Enrollment Run, PlanStep At, Facts Facts, int Changes);
