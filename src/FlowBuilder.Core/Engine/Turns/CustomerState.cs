using System.Collections.Immutable;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;

namespace FlowBuilder.Core.Engine.Turns;

/// <summary>All the engine knows of one customer: facts, runs (in <see cref="Facts.Enrollments"/>),
/// arms, moments, open reviews. One writer at a time holds it.</summary>
public sealed record CustomerState
{
    public required Facts Facts { get; init; }

    /// <summary>The highest inbox position worked off for this customer; own events take the positions behind it.</summary>
    public long LastSeq { get; init; }

    /// <summary>Arms of AND nodes that have fired and wait for the others.</summary>
    public ImmutableDictionary<ArmKey, DateTimeOffset> Arms { get; init; } = ImmutableDictionary<ArmKey, DateTimeOffset>.Empty;

    /// <summary>Moments that lie ahead: clock triggers and entry conditions turned by time.</summary>
    public ImmutableList<ScheduledMoment> Moments { get; init; } = [];

    /// <summary>Reviews of runs in state review, and of late waits put to a person.</summary>
    public ImmutableList<Review> Reviews { get; init; } = [];
}

/// <summary>One arm of an AND node for one record.</summary>
public readonly record struct ArmKey(VersionId Version, string Node, RecordKey? Record, int Arm);

/// <summary>A moment kept for a version's node: when it comes the entry is judged.</summary>
/// <param name="Id">Ours.</param>
/// <param name="Version">The version whose node it is.</param>
/// <param name="Node">A clock trigger, or an OR whose conditions may turn by time.</param>
/// <param name="Record">The record it is about.</param>
/// <param name="At">Product time.</param>
public sealed record ScheduledMoment(long Id, VersionId Version, string Node, RecordKey? Record, DateTimeOffset At);
