using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Pump;

/// <summary>What a pump asks of those of the other partitions: customers are joined across them.</summary>
internal interface IPartitionPeers
{
    /// <summary>
    /// Joins two customers. The survivor's pump calls, holding its own gate; the other partition's gate is taken here, in an order that
    /// cannot lock up. The caller's gate is held afterwards, whatever happens.
    /// </summary>
    Task MergeAsync(StoredEvent alias, CancellationToken cancellation);

    /// <summary>Passes an input on to the customer that this one was joined to; false when it was not.</summary>
    bool Forward(CompanyId company, CustomerId customer, TurnInput input, TaskCompletionSource<TurnAnswer>? asker);

    /// <summary>A commit has erased a customer: nobody leads to them any more.</summary>
    void Erased(CustomerId erased);
}
