using System.Text.Json.Serialization;
using FlowBuilder.Core.Customers;

namespace FlowBuilder.Core.Steps;

/// <summary>A trigger fired by time: says for a customer which moments lie ahead. The engine keeps them and asks anew whenever the customer changes.</summary>
public abstract record ClockTrigger : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public sealed override IReadOnlyList<string> ListensTo => [];

    /// <summary>
    /// Moments after <paramref name="after"/>, at most the next one per record. A moment that is no longer among these when it
    /// comes due does not fire. For a <i>before</i> trigger whose lead has begun already but whose record lies ahead of
    /// <paramref name="after"/>, the moment may lie in the past only if the record became known after its lead began; it then
    /// fires at once. Such a moment stays among the answers as long as the record lies ahead, so the engine acts only on one that was
    /// not among those of the facts before the event.
    /// </summary>
    /// <param name="facts">The customer as known now.</param>
    /// <param name="after">Moments at or before this instant have been dealt with.</param>
    public abstract IEnumerable<Moment> Moments(Facts facts, DateTimeOffset after);
}
