using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Steps;

/// <summary>Holds the customer until a time or an event. <see cref="RunnableStep.Run"/> answers
/// <see cref="StepOutcome.Waits"/>, or leaves at once.</summary>
public abstract record WaitStep : RunnableStep
{
    /// <summary>What to do with what is past due after a pause or outage. Default: send.</summary>
    [Display(Name = "If it is late", Description = "What to do when the time passed while the sequence was paused or the system was down.")]
    public LatePolicy Late { get; init; }

    /// <summary>The moment it aims at, for the checks while drawing; null when only the run can tell.</summary>
    [JsonIgnore]
    public virtual WaitTarget? Target => null;

    /// <summary>It never lets go sooner than this after the arrival. Default: no time at all.</summary>
    [JsonIgnore]
    public virtual Duration AtLeast => Duration.Zero;

    /// <summary>
    /// Asked on every event of the customer while waiting: leave, wait for another time (a rescheduled visit), or null to stay as
    /// it is. Facts are those after the event.
    /// </summary>
    public virtual StepOutcome? OnEvent(StepContext c, CustomerEvent happened) => null;

    /// <summary>What of a customer's changes <see cref="OnEvent"/> may answer to: an event of our
    /// own is raised for those. Default: none.</summary>
    [JsonIgnore]
    public virtual Dependencies Hears => Dependencies.None;

    /// <summary>
    /// For a wait on a condition: the next instant at which it may turn by time alone. Then <see cref="OnEvent"/> is asked with an
    /// event named <see cref="EventNames.MomentCame"/>. Null (default): only events can turn it.
    /// </summary>
    public virtual DateTimeOffset? MayTurnAt(StepContext c) => null;

    /// <summary>The due time has come. Default: leave by <c>out</c>.</summary>
    public virtual StepOutcome OnDue(StepContext c) => StepOutcome.Leave();
}
