using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Reading;
using FlowBuilder.Storage.Sqlite.Writer;

namespace FlowBuilder.Storage.Sqlite;

/// <summary>
/// One writer and a few readers on the database's file, shared by the stores. Opened with the first
/// call, after <see cref="DatabasePreparation"/>.
/// <para>
/// <b>Reads run on the caller's thread and are complete when they return</b>, although the ports are asynchronous. SQLite is in this
/// process: a question is a few look-ups in indexes in its page cache (3 to 200 microseconds measured), it waits for no other connection,
/// since a log that is written ahead lets readers and the writer pass each other, and a hop to another thread and back costs more than the
/// question. Whoever stores over a network answers later and changes nothing for those who ask.
/// </para>
/// </summary>
internal sealed class SqliteConnections(
    SqliteDatabase database, int partitions, AuditSeals seals, CustomerLimits limits, AddressHashes hashes,
    CustomerIndex index) : IStoreCounters, IDisposable
{
    private const int ReadersKept = 8;

    private readonly Lazy<SqliteWriter> _writer = new(() => new SqliteWriter(database.File, partitions, seals, limits, hashes, index));
    private readonly SqliteReaders _readers = new(database.File, ReadersKept);
    private readonly Lock _closing = new();
    private bool _isClosed;

    /// <summary>Partitions of the database.</summary>
    public int Partitions => partitions;

    /// <summary>What has been written since the start.</summary>
    public StoreCounters Counters => _writer.IsValueCreated ? _writer.Value.Counters : default;

    /// <summary>Asks a reader, on the caller's thread.</summary>
    public ValueTask<T> Read<T>(Func<SqliteReader, T> ask, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? ValueTask.FromCanceled<T>(cancellation) : new ValueTask<T>(_readers.Ask(ask));

    /// <summary>Done when what <paramref name="write"/> wrote is durable.</summary>
    public Task<T> Write<T>(Func<WriteOperations, T> write, CancellationToken cancellation) => _writer.Value.Write(write, cancellation);

    /// <summary>The same without an answer.</summary>
    public Task Write(Action<WriteOperations> write, CancellationToken cancellation) => _writer.Value.Write(
        operations =>
        {
            write(operations);
            return true;
        },
        cancellation);

    /// <summary>The same for so many events that come in for a company: companies take turns.</summary>
    public Task<T> TakeIn<T>(int company, int events, Func<WriteOperations, T> write, CancellationToken cancellation) =>
        _writer.Value.TakeIn(company, events, write, cancellation);

    /// <summary>Writes what was asked for, then closes the files. Whoever calls while another closes waits for that.</summary>
    public void Dispose()
    {
        lock (_closing)
        {
            if (_isClosed) return;
            _isClosed = true;
            if (_writer.IsValueCreated) _writer.Value.Dispose();
            _readers.Dispose();
        }
    }
}
