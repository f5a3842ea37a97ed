using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Writer;

namespace FlowBuilder.Storage.Sqlite.Stores;

/// <summary>Reserved ids on SQLite.</summary>
internal sealed class SqliteIdStore(SqliteConnections connections) : IIdStore
{
    /// <inheritdoc />
    public Task<long> ReserveAsync(int count, CancellationToken cancellation) =>
        connections.Write(operations => operations.Ids.Reserve(IdBlocks.Things, count), cancellation);
}
