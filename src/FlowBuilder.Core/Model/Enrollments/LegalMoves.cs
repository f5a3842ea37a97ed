using static FlowBuilder.Core.Model.Enrollments.EnrollmentState;

namespace FlowBuilder.Core.Model.Enrollments;

/// <summary>
/// The life of a run. It is born in Review (a person must approve first), Active (its first step is due) or Done (there is nothing to do).
/// Review ends by a person: approved it becomes Active, else Rejected; a stop ends it as Stopped.
/// Active runs one step and is then Active again (the next step), Waiting (on a wait), Sending (messages are on their way), Done (nothing
/// follows) or Failed (the step says a failure ends the run). Waiting leaves to Active or its end. Sending leaves likewise when the channel
/// has answered for all messages. A stop takes any live state to Active, in which the stop actions are done, and from there to Stopped;
/// at once to Stopped where there are none. A late wait put to a person may be Rejected. Nothing leaves the four ends.
/// </summary>
public static class LegalMoves
{
    private static readonly EnrollmentState[][] After =
    [
        /* Review   */ [Review, Active, Stopped, Rejected],
        /* Active   */ [Active, Waiting, Sending, Done, Stopped, Rejected, Failed],
        /* Waiting  */ [Waiting, Active, Done, Stopped, Rejected, Failed],
        /* Sending  */ [Sending, Active, Done, Stopped, Failed],
        /* Done     */ [],
        /* Stopped  */ [],
        /* Rejected */ [],
        /* Failed   */ [],
    ];

    /// <summary>Whether a run may be opened in this state.</summary>
    public static bool MayBegin(EnrollmentState state) => state is Review or Active or Done;

    /// <summary>Whether a run in state <paramref name="from"/> may be found in state <paramref name="to"/> next.</summary>
    public static bool Allow(EnrollmentState from, EnrollmentState to) => Array.IndexOf(After[(int)from], to) >= 0;

    /// <exception cref="InvalidOperationException">The move is not legal: a bug.</exception>
    internal static void Demand(Enrollment before, Enrollment after)
    {
        if (!Allow(before.State, after.State))
            throw new InvalidOperationException($"Run {before.Id} cannot go from {before.State} to {after.State}.");
    }
}
