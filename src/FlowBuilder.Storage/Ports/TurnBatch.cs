using System.Collections.Immutable;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Storage.Ports;

/// <summary>What one pump commits at once.</summary>
/// <param name="Partition">Whose customers.</param>
/// <param name="Fence">The pump's token.</param>
/// <param name="DoneThrough">Every inbox event up to here is worked off.</param>
/// <param name="Customers">Rows of the turns taken.</param>
public sealed record TurnBatch(int Partition, long Fence, long DoneThrough, IReadOnlyList<CustomerChanges> Customers)
{
    /// <summary>Events worked off that lie behind <see cref="DoneThrough"/>: marked one by one.</summary>
    public IReadOnlyList<StoredEvent> DoneAhead { get; init; } = [];
}

/// <summary>The rows of one customer, in the order they were decided.</summary>
public sealed record CustomerChanges(CompanyId Company, CustomerId Customer, ImmutableArray<Change> Changes);
