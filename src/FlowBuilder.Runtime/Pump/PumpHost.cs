using System.Collections.Concurrent;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Caching;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Pump;

/// <summary>All pumps of this program and the way to them.</summary>
internal sealed class PumpHost : IEngine, IPartitionPeers, IDisposable
{
    private readonly PumpTools _tools;
    private readonly IReloadable[] _caches;
    private readonly Sweeps _sweeps;
    private readonly PartitionQueue[] _queues;
    private readonly PartitionPump[] _pumps;
    private readonly ConcurrentDictionary<CustomerId, CustomerId> _joined = [];

    public PumpHost(PumpTools tools, IEnumerable<IReloadable> caches, Sweeps sweeps, EngineOptions options)
    {
        _tools = tools;
        _caches = [.. caches];
        _sweeps = sweeps;
        _queues = [.. Enumerable.Range(0, options.Partitions).Select(_ => new PartitionQueue())];
        _pumps = [.. _queues.Select((queue, partition) => new PartitionPump(partition, queue, tools, this))];
        tools.Clock.Moved += RingAll;
    }

    public int Partitions => _pumps.Length;

    public async ValueTask<EngineProgress> ReadProgressAsync(CancellationToken cancellation)
    {
        var standing = await _tools.Partitions.ReadStandingAsync(_tools.Clock.Now, cancellation);
        return new EngineProgress(
            standing.OldestUnclaimed, standing.Unclaimed + standing.Messages + _queues.Sum(queue => queue.Count), _tools.Meter.LastCommit,
            _pumps.Count(pump => pump.IsRunning), Partitions, _tools.Meter.Turns, _tools.Meter.Steps, _tools.Meter.Commits,
            standing.OldestMessage);
    }

    /// <summary>Runs one partition's pump until cancelled: what the partition's Quartz job does.</summary>
    public Task RunAsync(int partition, CancellationToken cancellation) => _pumps[partition].RunAsync(cancellation);

    /// <summary>Events have been stored in the inboxes.</summary>
    public void HandOver(IReadOnlyList<StoredEvent> events)
    {
        foreach (var stored in events)
            if (stored.Event is not null) _queues[stored.Customer.PartitionOf(Partitions)].HandOver(stored);
    }

    public Task<TurnAnswer> AskAsync(CompanyId company, CustomerId customer, TurnInput input, CancellationToken cancellation) =>
        _queues[customer.PartitionOf(Partitions)].Ask(company, customer, input).WaitAsync(cancellation);

    public async Task RefreshAsync(CompanyId company, CancellationToken cancellation)
    {
        foreach (var cache in _caches) await cache.RefreshAsync(company, cancellation);
        RingAll();
    }

    public Task AskEveryoneAsync(CompanyId company, TurnInput input, CancellationToken cancellation) =>
        _sweeps.BeginAsync(company, input, AskAsync, cancellation);

    public async Task DrainAsync(CancellationToken cancellation)
    {
        long before;
        do
        {
            before = _tools.Meter.Turns;
            await _sweeps.DrainAsync(cancellation);
            foreach (var queue in _queues) await queue.Drain().WaitAsync(cancellation);
        }
        while (_tools.Meter.Turns != before);
    }

    public void Dispose()
    {
        _tools.Clock.Moved -= RingAll;
        foreach (var queue in _queues)
        {
            queue.Close();
            queue.Dispose();
        }
    }

    /// <inheritdoc />
    public bool Forward(CompanyId company, CustomerId customer, TurnInput input, TaskCompletionSource<TurnAnswer>? asker)
    {
        if (!_joined.TryGetValue(customer, out var survivor)) return false;
        // An event not yet worked off has moved to the survivor's inbox with the merge's commit.
        if (input is TurnInput.Happened) return true;
        _queues[survivor.PartitionOf(Partitions)].Tell(company, survivor, input, asker);
        return true;
    }

    /// <inheritdoc />
    public void Erased(CustomerId erased)
    {
        foreach (var (joined, survivor) in _joined)
            if (joined == erased || survivor == erased) _joined.TryRemove(joined, out _);
    }

    private void RingAll()
    {
        foreach (var queue in _queues) queue.Ring();
    }

    /// <inheritdoc />
    public async Task MergeAsync(StoredEvent alias, CancellationToken cancellation)
    {
        var mine = alias.Customer.PartitionOf(Partitions);
        var theirs = alias.Merges!.Value.PartitionOf(Partitions);
        if (mine == theirs)
        {
            await JoinAsync(alias, mine, cancellation);
            return;
        }

        await TakeOtherGateAsync(mine, theirs, cancellation);
        try
        {
            await JoinAsync(alias, mine, cancellation);
            _pumps[theirs].Forget(alias.Merges.Value);
        }
        finally
        {
            _pumps[theirs].Gate.Release();
        }
    }

    /// <summary>
    /// Gates are taken in partition order everywhere: mine is given up and taken again when the other comes first. Whatever happens, mine
    /// is held afterwards, since its holder gives it back.
    /// </summary>
    private async Task TakeOtherGateAsync(int mine, int theirs, CancellationToken cancellation)
    {
        if (theirs > mine)
        {
            await _pumps[theirs].Gate.WaitAsync(cancellation);
            return;
        }

        _pumps[mine].Gate.Release();
        try
        {
            await _pumps[theirs].Gate.WaitAsync(cancellation);
        }
        finally
        {
            await _pumps[mine].Gate.WaitAsync(CancellationToken.None);
        }
    }

    private async Task JoinAsync(StoredEvent alias, int partition, CancellationToken cancellation)
    {
        var pump = _pumps[partition];
        var company = _tools.Companies.Find(alias.Company)!;
        var survivor = await _tools.Turns.ReadCustomerStateAsync(company, alias.Customer, cancellation);
        var merged = await _tools.Turns.ReadCustomerStateAsync(company, alias.Merges!.Value, cancellation);
        var changes = survivor is null || merged is null ? [] : CustomerTurn.Merge(survivor, merged, _tools.Clock.Now, _tools.Limits);
        await _tools.Turns.MergeAsync(alias.Company, alias.Customer, alias.Merges.Value,
            pump.BatchOf(alias, [new CustomerChanges(alias.Company, alias.Customer, changes)]), cancellation);
        _joined[alias.Merges.Value] = alias.Customer;
        pump.Forget(alias.Customer);
        pump.Forget(alias.Merges.Value);
        await pump.ReloadAsync();
        _queues[partition].InboxGrew(alias.Company);
    }
}
