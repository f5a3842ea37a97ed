using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>
/// A trigger without settings: any event of its names fires it. What it listens to and says follows
/// from its type, so two of one type are equal.
/// </summary>
public abstract record EventTrigger : TriggerStep
{
    private readonly string _sentence;

    /// <summary>Says what it listens to.</summary>
    /// <param name="sentence">What happens, in a marketer's words, as the part of a sentence behind <i>when</i>.</param>
    /// <param name="listensTo">Names of the events that fire it; at least one.</param>
    /// <param name="knownDates">Dates of the record that have come, or come soon, when it fires.</param>
    protected EventTrigger(string sentence, IReadOnlyList<string> listensTo, params IReadOnlyList<KnownDate> knownDates) =>
        (_sentence, ListensTo, KnownDates) = (sentence, listensTo, knownDates);

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override IReadOnlyList<string> ListensTo { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override IReadOnlyList<KnownDate> KnownDates { get; }

    /// <inheritdoc />
    public sealed override string Sentence(Names names) => _sentence;

    /// <inheritdoc />
    public virtual bool Equals(EventTrigger? other) => base.Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}
