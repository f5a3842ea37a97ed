using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Storage.Sqlite.Stores;

/// <summary>States and the commits of turns on SQLite.</summary>
internal sealed class SqliteTurnStore(SqliteConnections connections, TimeProvider systemClock) : ITurnStore
{
    /// <inheritdoc />
    public ValueTask<CustomerState?> ReadCustomerStateAsync(Company company, CustomerId customer, CancellationToken cancellation) =>
        connections.Read(reader => reader.AtOneMoment(asked => asked.State.Read(company, customer)), cancellation);

    /// <inheritdoc />
    public Task CommitAsync(TurnBatch batch, CancellationToken cancellation) =>
        connections.Write(operations => operations.Turns.Write(batch), cancellation);

    /// <inheritdoc />
    public Task MergeAsync(CompanyId company, CustomerId survivor, CustomerId merged, TurnBatch changes, CancellationToken cancellation) =>
        connections.Write(operations => operations.Merge.Write(company, survivor, merged, changes), cancellation);

    /// <inheritdoc />
    public Task ParkAsync(int partition, long fence, long doneThrough, ParkedInput parked, CancellationToken cancellation) =>
        connections.Write(
            operations => operations.Park.Write(partition, fence, doneThrough, parked, systemClock.GetUtcNow()), cancellation);
}
