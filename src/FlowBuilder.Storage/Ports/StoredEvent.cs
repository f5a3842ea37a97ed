using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Storage.Ports;

/// <summary>An event in the inbox and whose it is. <paramref name="Merges"/>: an alias joins this
/// other customer to <paramref name="Customer"/>.</summary>
public sealed record StoredEvent(CompanyId Company, CustomerId Customer, CustomerEvent? Event, CustomerId? Merges = null)
{
    /// <summary>Its message id was known: nothing was stored.</summary>
    public bool IsRepeat => Event is null;

    /// <summary>An alias whose ids belong to two known customers, who stay two.</summary>
    public bool IsKeptApart => Event is { Kind: EventKind.Alias } alias && AliasPhrases.IsKeptApart(alias.Properties);

    /// <summary>
    /// Position in the partition's inbox behind which this event comes next: nothing was or will be stored in between. Null where the store
    /// does not know: of the first after its start, of events that were read back, or where other programs store events too.
    /// </summary>
    public long? After { get; init; }
}
