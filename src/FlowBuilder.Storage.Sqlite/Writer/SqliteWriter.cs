using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Writer;

/// <summary>
/// The one thread that writes. It takes what there is (never waits for more; how much of it, see <see cref="WriteQueue"/>), writes it in
/// one transaction and completes its tasks once it is durable. A unit that fails is taken out: the
/// group is rolled back and its units are written one by one.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _bell = new(0);
    private readonly Thread _thread;
    private readonly RawConnection _connection;
    private readonly WriteOperations _operations;
    private readonly Checkpoints _checkpoints;
    private readonly WriteQueue _queue = new();
    private readonly List<WriteUnit> _group = [];
    private bool _closed;
    private long _commits;
    private long _units;

    public SqliteWriter(string file, int partitions, AuditSeals seals, CustomerLimits limits, AddressHashes hashes, CustomerIndex index)
    {
        _connection = new RawConnection(
            file, readOnly: false, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=0",
            "PRAGMA cache_size=-32768", $"PRAGMA journal_size_limit={Checkpoints.KeptBytes}", "PRAGMA temp_store=MEMORY");
        _operations = new WriteOperations(_connection, partitions, seals, limits, hashes, index);
        PartitionCount.Settle(_connection, partitions);
        _checkpoints = new Checkpoints(file);
        _thread = new Thread(Work) { IsBackground = true, Name = "FlowBuilder writer" };
        _thread.Start();
    }

    public StoreCounters Counters =>
        new(_operations.Statements, Interlocked.Read(ref _commits), Interlocked.Read(ref _units), _checkpoints.LogPages);

    /// <summary>Done when what <paramref name="write"/> wrote is durable.</summary>
    public Task<T> Write<T>(Func<WriteOperations, T> write, CancellationToken cancellation)
    {
        var unit = new WriteUnit<T>(write, cancellation);
        Enqueue(() => _queue.Add(unit));
        return unit.Done;
    }

    /// <summary>The same for so many events that come in for a company: companies take turns.</summary>
    public Task<T> TakeIn<T>(int company, int events, Func<WriteOperations, T> write, CancellationToken cancellation)
    {
        var unit = new WriteUnit<T>(write, cancellation);
        Enqueue(() => _queue.Add(unit, company, events));
        return unit.Done;
    }

    /// <summary>Writes what was asked for so far, then ends.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed) return;
            _closed = true;
            _bell.Release();
        }

        _thread.Join();
        _checkpoints.Dispose();
        _connection.Checkpoint();
        _connection.Dispose();
        _bell.Dispose();
    }

    private void Enqueue(Action add)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            var wasEmpty = _queue.IsEmpty;
            add();
            if (wasEmpty) _bell.Release();
        }
    }

    private void Work()
    {
        // Who adds to an empty queue rings; what was left over is there without a bell.
        for (var more = false; ;)
        {
            if (!more) _bell.Wait();
            bool closed;
            lock (_gate)
            {
                _queue.TakeInto(_group);
                more = !_queue.IsEmpty;
                closed = _closed;
            }

            if (_group.Count > 0) WriteGroup(_group);
            _group.Clear();
            if (closed && !more) return;
            _checkpoints.After(_connection);
        }
    }

    private void WriteGroup(List<WriteUnit> units)
    {
        units.RemoveAll(static unit =>
        {
            if (!unit.IsCancelled) return false;
            unit.Cancel();
            return true;
        });
        if (units.Count == 0) return;
        if (TryWrite(units, alone: units.Count == 1)) return;
        foreach (var unit in units) TryWrite([unit], alone: true);
    }

    /// <returns>False when the group was rolled back and its units are to be tried one by one.</returns>
    private bool TryWrite(List<WriteUnit> units, bool alone)
    {
        var refused = new List<(WriteUnit Unit, Exception Problem)>();
        try
        {
            _operations.Begin();
            foreach (var unit in units)
            {
                try
                {
                    unit.Write(_operations);
                }
                catch (StaleFenceException stale)
                {
                    refused.Add((unit, stale));
                }
            }

            _operations.Commit();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // Whatever went wrong goes to whoever asked; the writer lives on for the others.
            _operations.Rollback();
            if (alone) units[0].Fail(problem);
            return alone;
        }

        Interlocked.Increment(ref _commits);
        Interlocked.Add(ref _units, units.Count);
        foreach (var (unit, problem) in refused) unit.Fail(problem);
        foreach (var unit in units) unit.Succeed();
        return true;
    }
}
