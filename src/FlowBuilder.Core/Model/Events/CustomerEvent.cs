using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Model.Events;

/// <summary>Something that happened to a customer, as stored in the inbox.</summary>
public sealed record CustomerEvent
{
    /// <summary>The <see cref="Source"/> of our own events.</summary>
    public const string OwnSource = "flowbuilder";

    /// <summary>How deep a chain of sequences that start each other may go; deeper events start nothing.</summary>
    public const int MaxDepth = 10;

    /// <summary>Distance between two inbox positions; the positions between belong to a customer's own events.</summary>
    public const long SeqStep = 1024;

    /// <summary>Arrival order in the inbox; decides entry, stops, waits and re-entry.</summary>
    public required long Seq { get; init; }

    /// <summary>“Object Action” form, such as <c>Estimate Sent</c>; see <see cref="EventNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of call brought it.</summary>
    public EventKind Kind { get; init; } = EventKind.Track;

    /// <summary>When it happened (the sender's <c>timestamp</c>, clamped to arrival); decides <c>within</c> windows only.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was stored, on the product clock.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>The estimate, invoice, visit... it is about.</summary>
    public RecordKey? Record { get; init; }

    /// <summary>Its properties (track) or traits (identify).</summary>
    public Properties Properties { get; init; } = Properties.Empty;

    /// <summary>Who sent it: the write key's source name, or <c>flowbuilder</c> for our own.</summary>
    public required string Source { get; init; }

    /// <summary>How many sequences stand behind it: 0 from outside, one more for each action that
    /// raised it. Beyond 10 the chain is cut.</summary>
    public int Depth { get; init; }

    /// <summary>The enrollment whose action raised it.</summary>
    public EnrollmentId? RaisedBy { get; init; }

    /// <summary>Historical: updates facts and stops, never enrolls.</summary>
    public bool Imported { get; init; }
}
