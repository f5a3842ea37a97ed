using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Storage.Ports;

/// <summary>What a turn is taken on, and what it decided. Writes are committed in groups, each done
/// when its rows are durable. Thread-safe.</summary>
public interface ITurnStore
{
    /// <summary>Everything known of a customer; null when the company has no such customer.</summary>
    ValueTask<CustomerState?> ReadCustomerStateAsync(Company company, CustomerId customer, CancellationToken cancellation);

    /// <summary>Commits the changes of many customers of one partition together with its progress.</summary>
    /// <exception cref="StaleFenceException">A newer pump has taken the partition; nothing was written.</exception>
    Task CommitAsync(TurnBatch batch, CancellationToken cancellation);

    /// <summary>
    /// Moves everything of <paramref name="merged"/> to <paramref name="survivor"/>: ids, records, tags, history, runs. Called while
    /// neither customer's partition works. <paramref name="changes"/> (what merging decided: runs that end) are written in the same commit.
    /// </summary>
    Task MergeAsync(CompanyId company, CustomerId survivor, CustomerId merged, TurnBatch changes, CancellationToken cancellation);

    /// <summary>Sets an input aside that made a turn fail (a bug), so that it can be seen and does not hold up others.</summary>
    /// <exception cref="StaleFenceException">A newer pump has taken the partition; nothing was written.</exception>
    Task ParkAsync(int partition, long fence, long doneThrough, ParkedInput parked, CancellationToken cancellation);
}
