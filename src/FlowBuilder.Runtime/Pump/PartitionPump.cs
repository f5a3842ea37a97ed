using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Delivery;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// Works for the customers of one partition, alone, in order: takes what is there (never waits for more), lets each customer take a
/// turn, commits them together, then hands messages over and goes on. A run's step is durable before its next begins, because a
/// run that is due at once comes back only in a later batch.
/// <para>
/// Starting raises the partition's fencing token; a commit under an older one is refused, and that pump ends. The tables are the
/// truth: bell and timer only say when to look.
/// </para>
/// </summary>
internal sealed partial class PartitionPump(int partition, PartitionQueue queue, PumpTools tools, IPartitionPeers peers)
{
    /// <summary>Turns in one batch at most.</summary>
    private const int BatchSize = 512;

    /// <summary>How long turns are taken before they are committed: whoever waits for another
    /// company's turns waits no longer than this and one turn.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(20);

    /// <summary>The safety check: a lost bell costs no more than this.</summary>
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    /// <summary>How long an orderly stop waits for answers of channels.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly StateCache _states = new(tools.StatesOfPump);
    private readonly CompanyLanes _lanes = new();
    private readonly Inbox _inbox = new(partition, tools.Inbox);
    private readonly DueIndex _due = new(partition, tools.Due, tools.Outbox);
    private readonly Deliveries _deliveries = new(partition, queue, tools.Delivery);
    private long _fence;
    private StoredEvent? _merging;
    private DateTimeOffset? _downSince;
    private DateTimeOffset _startedAt;
    private long _lookedAround;
    private int _lastTurns;
    private long _lastIds;

    /// <summary>One thing at a time happens in the partition; merging two customers takes two gates.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Holds the partition and works.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>A commit in this pump's name that works off an alias; made while its gate is held.</summary>
    public TurnBatch BatchOf(StoredEvent alias, IReadOnlyList<CustomerChanges> changes) => BatchOf([alias], changes);

    /// <summary>Works until cancelled or until a newer pump has taken the partition.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await TakeOverAsync(cancellation);
        IsRunning = true;
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                var rest = await RoundAsync(cancellation);
                if (rest > TimeSpan.Zero) await queue.WaitAsync(rest, cancellation);
            }
        }
        finally
        {
            IsRunning = false;
            if (cancellation.IsCancellationRequested) await FinishAsync();
        }
    }

    /// <summary>Works once: what is there is taken, committed and handed over.</summary>
    /// <returns>How long there is nothing to do unless the bell rings; zero: go on at once.</returns>
    public async Task<TimeSpan> RoundAsync(CancellationToken cancellation)
    {
        var drains = queue.Drains;
        await Gate.WaitAsync(cancellation);
        try
        {
            if (tools.SystemClock.GetElapsedTime(_lookedAround) >= Safety) await LookAroundAsync();
            return await WorkAsync(cancellation) ? TimeSpan.Zero : Rest(drains);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Drops what is cached of a customer. The gate must be held.</summary>
    public void Forget(CustomerId customer) => _states.Forget(customer);

    /// <summary>Rows changed behind the pump's back (a merge): what is due is read from the tables. The gate must be held.</summary>
    public ValueTask ReloadAsync() => _due.ReloadAsync();

    /// <summary>Raises the fencing token and begins anew from the tables.</summary>
    public async Task TakeOverAsync(CancellationToken cancellation)
    {
        await Gate.WaitAsync(cancellation);
        try
        {
            _startedAt = tools.Clock.Now;
            _downSince = await tools.Partitions.ReadLastWorkedAsync(cancellation) is { } worked
                && _startedAt - worked > TimeSpan.FromMinutes(15)
                ? worked
                : null;
            var start = await tools.Partitions.TakeAsync(partition, cancellation);
            _fence = start.Fence;
            _merging = null;
            _states.Clear();
            _lanes.Forget();
            _inbox.Start(start.DoneThrough);
            _lookedAround = tools.SystemClock.GetTimestamp();
            await _deliveries.TakeUpAsync(await tools.Outbox.ReadSendingAsync(partition, cancellation));
            await _due.RestartAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>An orderly stop: answers of messages under way are still written down, so that none is left unknown.</summary>
    private async Task FinishAsync()
    {
        var began = tools.SystemClock.GetTimestamp();
        while ((_deliveries.UnderWay > 0 || queue.Count > 0 || _lanes.HasAsked) && tools.SystemClock.GetElapsedTime(began) < Patience)
        {
            var batch = NewBatch(static _ => 0);
            while (queue.TryTake(out var asked)) _lanes.Add(asked);
            while (batch.Turns < BatchSize && _lanes.TryTakeAsked(out var answer)) await TakeAsync(batch, answer);
            if (!batch.IsEmpty) await CommitAsync(batch);
            else await queue.WaitAsync(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }

        // Who still waits for an answer or for “nothing left to do” waits in vain.
        while (_lanes.TryTakeAsked(out var left)) left.Answer?.TrySetCanceled();
        queue.Close();
    }

    private PumpBatch NewBatch(Func<SendingLane, int> room) => new(tools.Clock.Now, tools.SystemClock.GetUtcNow(), room, _lastTurns);

    private TurnBatch BatchOf(List<StoredEvent> done, IReadOnlyList<CustomerChanges> changes)
    {
        var doneThrough = _inbox.DoneThrough(_lanes);
        // An alias that has been taken from its lane but not worked off yet is still ahead.
        if (_merging is { } ahead) doneThrough = Math.Min(doneThrough, ahead.Event!.Seq - 1);
        return new TurnBatch(partition, _fence, doneThrough, changes)
        {
            DoneAhead = done.FindAll(stored => stored.Event!.Seq > doneThrough)
        };
    }

    /// <returns>False when there was nothing to do.</returns>
    private async Task<bool> WorkAsync(CancellationToken cancellation)
    {
        if (_merging is { } alias)
        {
            _merging = null;
            await peers.MergeAsync(alias, cancellation);
            return true;
        }

        var batch = NewBatch(_deliveries.Room);
        await ReceiveAsync(batch);
        await FillAsync(batch);
        if (!batch.IsEmpty) await CommitAsync(batch);
        if (batch.Ids is { } block) tools.Ids.GiveBack(block);
        await _due.SettleAsync(batch.Moved, allTaken: _lanes.Due == 0);
        if (_downSince is not null && _due.IsPast(_startedAt)) _downSince = null;
        return !batch.IsEmpty || _merging is not null;
    }

    private async Task CommitAsync(PumpBatch batch)
    {
        var changes = BatchOf(batch.Done, batch.Customers);
        _deliveries.Hold(batch.Messages);
        try
        {
            if (batch.Customers.Count > 0 || batch.Done.Count > 0) await tools.Turns.CommitAsync(changes, CancellationToken.None);
            foreach (var parked in batch.Parked)
                if (!batch.Erased.Contains(parked.Customer))
                    await tools.Turns.ParkAsync(partition, _fence, changes.DoneThrough, parked, CancellationToken.None);
        }
        catch (Exception failed)
        {
            // Nothing of the batch is true: the next take-over reads everything from the tables.
            foreach (var (asker, _) in batch.Answers) asker.TrySetException(failed);
            throw;
        }

        _lastTurns = batch.Turns;
        _lastIds = batch.Ids?.Used ?? 0;
        tools.Meter.Committed(batch.Turns, batch.Steps, tools.SystemClock.GetUtcNow());
        foreach (var (customer, state) in batch.States) _states.Keep(customer, state);
        foreach (var customer in batch.Erased)
        {
            _states.Forget(customer);
            peers.Erased(customer);
        }

        _deliveries.Release(batch.Messages);
        foreach (var committed in batch.Customers) await AfterCommitAsync(batch, committed);
        foreach (var listener in tools.Listeners) listener.Committed(changes);
        foreach (var (asker, answer) in batch.Answers) asker.TrySetResult(answer);
    }

    private async ValueTask AfterCommitAsync(PumpBatch batch, CustomerChanges committed)
    {
        for (var index = 0; index < committed.Changes.Length; index++)
        {
            var change = committed.Changes[index];
            tools.Addresses.Committed(committed.Company, change);
            _due.Note(committed.Company, committed.Customer, change, batch.Now);
            var message = change switch
            {
                Change.MessageAdded added => added.Message,
                Change.MessageChanged changed => changed.Message,
                _ => null,
            };
            if (message is { State: MessageState.Sending } && batch.IsNewestOf(message))
                await _deliveries.HandOverAsync(batch.CompanyOf(committed.Company), committed.Customer, message);
        }
    }

    /// <param name="drains">How many waited for “nothing left to do” before the pump looked and found nothing.</param>
    private TimeSpan Rest(int drains)
    {
        if (queue.Count > 0 || !_lanes.IsEmpty || _merging is not null) return TimeSpan.Zero;
        var safety = Safety - tools.SystemClock.GetElapsedTime(_lookedAround);
        var wait = _due.Until(
            tools.Clock.Now, tools.SystemClock.GetUtcNow(), _deliveries.Room, safety > TimeSpan.Zero ? safety : TimeSpan.Zero);
        if (wait > TimeSpan.Zero && _deliveries.UnderWay == 0) queue.Drained(drains);
        return wait;
    }

    /// <summary>The safety look: a bell or a hint that was lost costs no more than <see cref="Safety"/>.</summary>
    private async ValueTask LookAroundAsync()
    {
        _lookedAround = tools.SystemClock.GetTimestamp();
        _inbox.Reload();
        await _due.ReloadAsync();
    }
}
