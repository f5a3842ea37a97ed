using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;

namespace FlowBuilder.Runtime.Intake;

/// <summary>An event as a sender delivers it, checked and ready to be stored.</summary>
public sealed record IncomingEvent
{
    public required CompanyId Company { get; init; }

    /// <summary>Who sends: the write key's source name. De-duplication and tag lists are per source.</summary>
    public required string Source { get; init; }

    /// <summary>De-duplicates within company and source for 7 days.</summary>
    public required string MessageId { get; init; }

    /// <summary>The customer's id in the sender's system; one of the two ids is there.</summary>
    public string? UserId { get; init; }

    public string? AnonymousId { get; init; }

    /// <summary>Only for <see cref="EventKind.Alias"/>: the id that is joined to <see cref="UserId"/>.</summary>
    public string? PreviousId { get; init; }

    public required EventKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The sender's timestamp, clamped to now; null: now.</summary>
    public DateTimeOffset? At { get; init; }

    public RecordKey? Record { get; init; }

    public Properties Properties { get; init; } = Properties.Empty;

    public bool Imported { get; init; }

    /// <summary>An answer to a message: it is taken only while this very customer is here, and never makes a new one of somebody erased.</summary>
    public CustomerId? AnswerOf { get; init; }
}
