namespace FlowBuilder.Core.Customers;

/// <summary>An estimate, invoice, visit, ... of a customer: what its events have told so far.</summary>
public sealed record Record
{
    public required RecordKey Key { get; init; }

    /// <summary>Everything its events carried, newest value of each property.</summary>
    public Properties Properties { get; init; } = Properties.Empty;

    /// <summary>The kebab form of its last event's verb, such as <c>sent</c> or <c>changes-requested</c>; null before any.</summary>
    public string? Status { get; init; }

    /// <summary>The event time of its newest event.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
