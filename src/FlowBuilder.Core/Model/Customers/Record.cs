using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Model.Customers;

/// <summary>
/// An estimate, invoice, visit, ... of a customer: what its events have told so far. Status and each property carry the time of the event
/// that set them, so that an older event arriving late never undoes what a newer one has told.
/// </summary>
public sealed record Record
{
    public required RecordKey Key { get; init; }

    /// <summary>Everything its events carried, newest value of each property.</summary>
    public Properties Properties { get; init; } = Properties.Empty;

    /// <summary>The kebab form of its newest event's verb, such as <c>sent</c> or <c>changes-requested</c>; null before any.</summary>
    public string? Status { get; init; }

    /// <summary>The event time of its newest event, which set the status.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The event times of properties that an older event than the newest has set; the
    /// others are of <see cref="UpdatedAt"/>.</summary>
    public NameTable<DateTimeOffset> Stamps { get; init; } = NameTable<DateTimeOffset>.Empty;

    /// <summary>When a property was set, by the sender's time.</summary>
    public DateTimeOffset ToldAt(string property) => Stamps.TryGetValue(property, out var at) ? at : UpdatedAt;
}
