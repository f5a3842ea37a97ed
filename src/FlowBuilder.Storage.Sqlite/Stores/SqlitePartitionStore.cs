using System.Globalization;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Writer;

namespace FlowBuilder.Storage.Sqlite.Stores;

/// <summary>Fencing tokens and progress on SQLite.</summary>
internal sealed class SqlitePartitionStore(SqliteConnections connections) : IPartitionStore
{
    /// <inheritdoc />
    public Task<PartitionStart> TakeAsync(int partition, CancellationToken cancellation) =>
        connections.Write(operations => operations.Partitions.Take(partition), cancellation);

    /// <inheritdoc />
    public ValueTask<Standing> ReadStandingAsync(DateTimeOffset now, CancellationToken cancellation) =>
        connections.Read(reader => reader.Standing.Read(connections.Partitions, now), cancellation);

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> ReadLastWorkedAsync(CancellationToken cancellation) =>
        connections.Read<DateTimeOffset?>(
            reader => reader.Settings.Read(WriteSettings.LastWorked) is { } ticks
                ? new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero)
                : null,
            cancellation);

    /// <inheritdoc />
    public Task NoteWorkingAsync(DateTimeOffset now, CancellationToken cancellation) =>
        connections.Write(
            operations => operations.Settings.Set(WriteSettings.LastWorked, now.UtcTicks.ToString(CultureInfo.InvariantCulture)),
            cancellation);
}
