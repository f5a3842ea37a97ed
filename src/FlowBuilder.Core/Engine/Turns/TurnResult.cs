using System.Collections.Immutable;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Engine.Turns;

/// <summary>What a turn came to: the state as it is after the commit, the rows to commit, and the answer for whoever asked.</summary>
public sealed record TurnResult(CustomerState State, ImmutableArray<Change> Changes, TurnAnswer Answer);

/// <summary>The answer to a turn's input. A closed set.</summary>
public abstract record TurnAnswer
{
    private TurnAnswer()
    {
    }

    public static TurnAnswer Ok { get; } = new Taken();

    /// <summary>Done.</summary>
    public sealed record Taken : TurnAnswer;

    /// <summary>A run was opened.</summary>
    public sealed record Entered(EnrollmentId Enrollment) : TurnAnswer;

    /// <summary>Refused, for a reason to show.</summary>
    public sealed record Refused(Refusal Kind, string Because) : TurnAnswer;

    /// <summary>The etag is stale: here is the new one and what is different.</summary>
    public sealed record Stale(string Etag, ImmutableArray<string> Differences) : TurnAnswer;
}

/// <summary>Why an input was refused.</summary>
public enum Refusal
{
    /// <summary>No such thing for this customer.</summary>
    NotFound,

    /// <summary>It is not in a state in which this can be done (approve after stop, resolve a sent message).</summary>
    WrongState,

    /// <summary>The sequence's rules say no (re-entry, AND condition, paused).</summary>
    NotEntered,

    /// <summary>The customer would hold more than a customer may (<see cref="CustomerLimits"/>).</summary>
    TooMuch,
}
