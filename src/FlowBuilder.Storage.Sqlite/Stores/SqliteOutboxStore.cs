using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Storage.Sqlite.Stores;

/// <summary>The outbox on SQLite.</summary>
internal sealed class SqliteOutboxStore(SqliteConnections connections) : IOutboxStore
{
    /// <inheritdoc />
    public ValueTask<Message?> ReadMessageAsync(CompanyId company, MessageId message, CancellationToken cancellation) =>
        connections.Read(reader => reader.Messages.Read(company, message), cancellation);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<DueItem>> ReadDueMessagesAsync(
        int partition, SendingLane lane, DateTimeOffset now, DateTimeOffset systemNow, int limit, CancellationToken cancellation) =>
        connections.Read(reader => reader.Lanes.ReadDue(partition, lane, now, systemNow, limit), cancellation);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<LaneDue>> ReadLanesAsync(int partition, CancellationToken cancellation) =>
        connections.Read(reader => reader.Lanes.ReadAll(partition), cancellation);

    /// <inheritdoc />
    public ValueTask<LaneDue> ReadLaneAsync(int partition, LaneDue after, CancellationToken cancellation) =>
        connections.Read(reader => reader.Lanes.ReadOne(partition, after), cancellation);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<DueItem>> ReadSendingAsync(int partition, CancellationToken cancellation) =>
        connections.Read(reader => reader.Lanes.ReadSending(partition), cancellation);
}
