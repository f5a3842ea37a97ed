using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;

namespace FlowBuilder.Core.Steps;

/// <summary>A trigger fired by time: says for a customer which moments lie ahead. The engine keeps
/// them and asks anew whenever the customer changes.</summary>
public abstract record ClockTrigger : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public sealed override IReadOnlyList<string> ListensTo => [];

    /// <summary>
    /// Moments after <paramref name="after"/>, at most the next one per record. A moment that is no longer among these when it
    /// comes due does not fire. Of a <i>before</i> trigger whose lead has begun already the moment lies in the past, and is among the
    /// answers as long as its record lies ahead of <paramref name="after"/>: the engine lets it fire at once if the facts before the turn
    /// did not say so already (booked later than its lead), and never at publishing.
    /// </summary>
    /// <param name="facts">The customer as known now.</param>
    /// <param name="after">Moments at or before this instant have been dealt with.</param>
    public abstract IEnumerable<Moment> Moments(Facts facts, DateTimeOffset after);
}
