using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;

namespace FlowBuilder.Core.Steps;

/// <summary>An event that starts a sequence: names what it listens to, answers yes or no on one.</summary>
public abstract record TriggerStep : Step
{
    /// <summary>Names of the events that can fire it; empty for a <see cref="ClockTrigger"/>.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<string> ListensTo { get; }

    /// <summary>The type of record the run will belong to, or null when it concerns none or whatever the event says.</summary>
    [JsonIgnore]
    public virtual string? RecordType => ListensTo.Count > 0 ? EventNames.RecordTypeOf(ListensTo[0]) : null;

    /// <summary>Whether the run may belong to a record of any type, as the event says: custom
    /// events, by hand, started by another sequence.</summary>
    [JsonIgnore]
    public virtual bool AnyRecord => false;

    /// <summary>Dates of the record that have come, or come soon, when this fires: waits that aim
    /// before them are refused while drawing.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<KnownDate> KnownDates => [];

    /// <summary>The only moment at which this fires, for the checks while drawing; null when there may be others.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? OnlyAt => null;

    /// <summary>Whether this event, whose name is in <see cref="ListensTo"/>, fires it. Facts are those after the event.</summary>
    public virtual bool Answers(CustomerEvent happened, Facts facts) => true;
}
