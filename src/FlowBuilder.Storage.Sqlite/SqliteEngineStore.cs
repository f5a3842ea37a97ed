using System.Globalization;
using System.Text.Json;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Sqlite.Reading;
using FlowBuilder.Storage.Sqlite.Writing;

namespace FlowBuilder.Storage.Sqlite;

/// <summary>The engine's store on SQLite: one writer, a few readers. Opened with the first call, after <see cref="DatabasePreparation"/>.</summary>
internal sealed class SqliteEngineStore(SqliteDatabase database, int partitions, AuditSeals seals, TimeProvider systemClock, CustomerLimits limits, AddressHashes hashes, CustomerIndex index) : IEngineStore, IRetentionStore, IStoreCounters, IDisposable
{
    private const int ReadersKept = 8;

    /// <summary>How long happenings, bodies of ended messages, arms and idempotency keys are kept.</summary>
    private static readonly TimeSpan Events = TimeSpan.FromDays(730);
    private static readonly TimeSpan Bodies = TimeSpan.FromDays(180);
    private static readonly TimeSpan Arms = TimeSpan.FromDays(730);
    private static readonly TimeSpan IdempotencyKeys = TimeSpan.FromHours(24);

    /// <summary>Drawings show today; a week is left for whoever looks back.</summary>
    private static readonly TimeSpan Tallies = TimeSpan.FromDays(8);

    private readonly Lazy<SqliteWriter> _writer = new(() => new SqliteWriter(database.File, partitions, seals, limits, hashes, index));
    private readonly Lock _closing = new();
    private bool _isClosed;
    private readonly SqliteReaders _readers = new(database.File, ReadersKept);

    /// <summary>What has been written since the start.</summary>
    public StoreCounters Counters => _writer.IsValueCreated ? _writer.Value.Counters : default;

    public Task<IReadOnlyList<StoredEvent>> AcceptAsync(IReadOnlyList<IncomingEvent> events, DateTimeOffset now, CancellationToken cancellation) =>
        _writer.Value.TakeIn(events.Count > 0 ? events[0].Company.Value : 0, events.Count, operations => operations.Accept.Write(events, now), cancellation);

    public Task<PartitionStart> TakePartitionAsync(int partition, CancellationToken cancellation) =>
        _writer.Value.Write(operations => operations.Partitions.Take(partition), cancellation);

    public IReadOnlyList<StoredEvent> ReadBacklog(int partition, long afterSeq, int limit, CompanyId? company = null) =>
        _readers.Ask(reader => reader.Backlog.Read(partition, afterSeq, limit, company));

    public IReadOnlyList<DueItem> ReadDue(int partition, DateTimeOffset now, int limit, CompanyId? besides = null) =>
        _readers.Ask(reader => reader.Due.Read(partition, now, limit, besides));

    public IReadOnlyList<DueItem> ReadDueMessages(int partition, SendingLane lane, DateTimeOffset now, DateTimeOffset systemNow, int limit) =>
        _readers.Ask(reader => reader.Messages.ReadDue(partition, lane, now, systemNow, limit));

    public IReadOnlyList<LaneDue> ReadLanes(int partition) => _readers.Ask(reader => reader.Messages.ReadLanes(partition));

    public LaneDue ReadLane(int partition, LaneDue after) => _readers.Ask(reader => reader.Messages.ReadLane(partition, after));

    public DateTimeOffset? ReadNextWork(int partition, DateTimeOffset? after = null) => _readers.Ask(reader => reader.Due.ReadNextWork(partition, after));

    public NextDue ReadNextDue(int partition) => _readers.Ask(reader => reader.Due.ReadNext(partition));

    public Message? ReadMessage(CompanyId company, MessageId message) => _readers.Ask(reader => reader.Messages.Read(company, message));

    public IReadOnlyList<DueItem> ReadSending(int partition) => _readers.Ask(reader => reader.Messages.ReadSending(partition));

    public CustomerBook? ReadBook(Company company, CustomerId customer) =>
        _readers.Ask(reader => reader.AtOneMoment(asked => asked.Book.Read(company, customer)));

    public IReadOnlyList<LettersToForget> ReadLettersToForget() => _readers.Ask(reader => reader.Settings.ReadAll(LettersToForget.Setting)).Select(value => JsonSerializer.Deserialize<LettersToForget>(value)!).ToArray();

    public Task LettersForgottenAsync(CompanyId company, CustomerId customer, CancellationToken cancellation) =>
        Write(operations => operations.Settings.Remove($"{LettersToForget.Setting}{company.Value}:{customer.Value}"), cancellation);

    public bool IsJoining(CompanyId company, CustomerId customer, long afterSeq) => _readers.Ask(reader => reader.Backlog.IsJoining(company, customer, afterSeq));

    public Standing ReadStanding(DateTimeOffset now) => _readers.Ask(reader => reader.Standing.Read(partitions, now));

    public DateTimeOffset? ReadLastWorked() =>
        _readers.Ask(reader => reader.Settings.Read(WriteSettings.LastWorked)) is { } ticks ? new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero) : null;

    public Task NoteWorkingAsync(DateTimeOffset now, CancellationToken cancellation) =>
        Write(operations => operations.Settings.Set(WriteSettings.LastWorked, now.UtcTicks.ToString(CultureInfo.InvariantCulture)), cancellation);

    public Task CommitAsync(TurnBatch batch, CancellationToken cancellation) =>
        Write(operations => operations.Turns.Write(batch), cancellation, batch.Rows);

    public Task ParkAsync(int partition, long fence, long doneThrough, ParkedInput parked, CancellationToken cancellation) =>
        Write(operations => operations.Park.Write(partition, fence, doneThrough, parked, systemClock.GetUtcNow()), cancellation);

    public Task MergeAsync(CompanyId company, CustomerId survivor, CustomerId merged, TurnBatch changes, CancellationToken cancellation) =>
        Write(operations => operations.Merge.Write(company, survivor, merged, changes), cancellation);

    public async Task<long> PurgeAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var removed = 0L;
        removed += await Slices(operations => operations.Purge.EventKeys(now - AcceptEvents.Memory), cancellation);
        removed += await Slices(operations => operations.Purge.IdempotencyKeys(systemClock.GetUtcNow() - IdempotencyKeys), cancellation);
        removed += await Slices(operations => operations.Purge.Tallies(now - Tallies), cancellation);
        var old = new PurgeLimits(now - Events, ReadHappenings.Most, now - Arms, now - Bodies);
        var next = ((int, long)?)(0, 0L);
        while (next is { } after)
        {
            cancellation.ThrowIfCancellationRequested();
            var slice = await _writer.Value.Write(operations => operations.Purge.Customers(after, old), cancellation);
            removed += slice.Removed;
            next = slice.Last;
        }

        await Write(operations => operations.Purge.Optimize(), cancellation);

        return removed;
    }

    /// <summary>Reserves ids for what the engine and the screens make.</summary>
    public Task<long> ReserveIdsAsync(int count) => _writer.Value.Write(operations => operations.Ids.Reserve(IdBlocks.Things, count), CancellationToken.None);

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

    private Task<bool> Write(Action<WriteOperations> write, CancellationToken cancellation, int rows = 1) => _writer.Value.Write(
        operations =>
        {
            write(operations);
            return true;
        },
        cancellation,
        rows);

    private async Task<long> Slices(Func<WriteOperations, int> slice, CancellationToken cancellation)
    {
        var removed = 0L;
        int last;
        do
        {
            last = await _writer.Value.Write(slice, cancellation);
            removed += last;
        }
        while (last == PurgeOld.Slice);
        return removed;
    }
}
