using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Storage.Sqlite.Stores;

/// <summary>The inbox on SQLite.</summary>
internal sealed class SqliteInbox(SqliteConnections connections) : IInbox
{
    /// <inheritdoc />
    public Task<IReadOnlyList<StoredEvent>> AcceptAsync(
        IReadOnlyList<IncomingEvent> events, DateTimeOffset now, CancellationToken cancellation) =>
        connections.TakeIn(
            events.Count > 0 ? events[0].Company.Value : 0, events.Count, operations => operations.Accept.Write(events, now), cancellation);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredEvent>> ReadBacklogAsync(
        int partition, long afterSeq, int limit, CompanyId? company, CancellationToken cancellation) =>
        connections.Read(reader => reader.Backlog.Read(partition, afterSeq, limit, company), cancellation);

    /// <inheritdoc />
    public ValueTask<bool> IsJoiningAsync(CompanyId company, CustomerId customer, long afterSeq, CancellationToken cancellation) =>
        connections.Read(reader => reader.Backlog.IsJoining(company, customer, afterSeq), cancellation);
}
