using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Storage.Ports;

/// <summary>Events that have come in and wait for their customers' turns. Thread-safe.</summary>
public interface IInbox
{
    /// <summary>
    /// Stores incoming events and gives them positions, customers included. Positions grow in commit order, in steps of
    /// <see cref="CustomerEvent.SeqStep"/>. Done when durable.
    /// </summary>
    Task<IReadOnlyList<StoredEvent>> AcceptAsync(IReadOnlyList<IncomingEvent> events, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>A partition's events behind a position that are not worked off, oldest first; of
    /// one company only where it is named.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadBacklogAsync(
        int partition, long afterSeq, int limit, CompanyId? company, CancellationToken cancellation);

    /// <summary>Whether an alias behind <paramref name="afterSeq"/> is about to join somebody to this customer.</summary>
    ValueTask<bool> IsJoiningAsync(CompanyId company, CustomerId customer, long afterSeq, CancellationToken cancellation);
}
