using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Storage.Sqlite.Stores;

/// <summary>What is due, on SQLite.</summary>
internal sealed class SqliteDueStore(SqliteConnections connections) : IDueStore
{
    /// <inheritdoc />
    public ValueTask<IReadOnlyList<DueItem>> ReadDueAsync(
        int partition, DateTimeOffset now, int limit, CompanyId? besides, CancellationToken cancellation) =>
        connections.Read(reader => reader.Due.Read(partition, now, limit, besides), cancellation);

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> ReadNextWorkAsync(int partition, DateTimeOffset? after, CancellationToken cancellation) =>
        connections.Read(reader => reader.Due.ReadNextWork(partition, after), cancellation);

    /// <inheritdoc />
    public ValueTask<NextDue> ReadNextDueAsync(int partition, CancellationToken cancellation) =>
        connections.Read(reader => reader.Due.ReadNext(partition), cancellation);
}
