namespace FlowBuilder.Core.Model.Enrollments;

/// <summary>What a run is at. Numbers are stored; see <see cref="LegalMoves"/> for what may follow what.</summary>
public enum EnrollmentState
{
    /// <summary>Waits for a person's approval; nothing has been done.</summary>
    Review = 0,

    /// <summary>A step is due now.</summary>
    Active = 1,

    /// <summary>Stands on a wait.</summary>
    Waiting = 2,

    /// <summary>Stands on a message step whose channel has not answered for all messages.</summary>
    Sending = 3,

    /// <summary>Came to its end.</summary>
    Done = 4,

    /// <summary>Ended by a Stop When, by hand, or by another sequence.</summary>
    Stopped = 5,

    /// <summary>Ended by a reviewer, or by its review expiring.</summary>
    Rejected = 6,

    /// <summary>Ended by a step that failed.</summary>
    Failed = 7,
}
