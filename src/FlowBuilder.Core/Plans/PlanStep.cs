using System.Collections.Immutable;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans;

/// <summary>One step of a plan.</summary>
/// <param name="Index">Its place in <see cref="Plan.Steps"/>.</param>
/// <param name="Node">The node it was drawn as.</param>
/// <param name="Step">What it does.</param>
/// <param name="Exits">Where each port leads; a port that leads nowhere ends the run.</param>
/// <param name="InCycle">Whether the run can come by again.</param>
public sealed record PlanStep(int Index, string Node, RunnableStep Step, ImmutableArray<PlanExit> Exits, bool InCycle)
{
    /// <summary>Index of the step behind a port; <see cref="End"/> when none.</summary>
    public int After(string port)
    {
        foreach (var exit in Exits)
            if (exit.Port == port) return exit.To;
        return End;
    }

    /// <summary>“Nothing follows”.</summary>
    public const int End = Enrollment.NoStep;
}

/// <summary>Where a port leads: an index into <see cref="Plan.Steps"/>.</summary>
public readonly record struct PlanExit(string Port, int To);
