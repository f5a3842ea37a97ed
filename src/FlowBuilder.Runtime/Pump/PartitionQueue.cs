using System.Collections.Concurrent;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Delivery;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// What reaches a partition from outside its own pump: commands, answers of channels, and the hint that the inbox has grown.
/// Only hints and questions live here, and copies of events that the tables hold; what is due lives in the tables.
/// </summary>
internal sealed class PartitionQueue : IDeliveryAnswers, IDisposable
{
    /// <summary>Stored events held for the pump; what comes on top is read from the tables.</summary>
    private const int MostStored = 1024;

    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly ConcurrentQueue<TaskCompletionSource> _drains = new();
    private readonly SemaphoreSlim _bell = new(0, 1);
    private readonly ConcurrentDictionary<CompanyId, byte> _grown = [];
    private readonly ConcurrentQueue<StoredEvent> _stored = new();

    /// <summary>Inputs not yet taken.</summary>
    public int Count => _asked.Count;

    /// <summary>Puts an input in; the answer comes when its turn is committed.</summary>
    public Task<TurnAnswer> Ask(CompanyId company, CustomerId customer, TurnInput input)
    {
        var asked = new Asked(
            company, customer, input, new TaskCompletionSource<TurnAnswer>(TaskCreationOptions.RunContinuationsAsynchronously));
        _asked.Enqueue(asked);
        Ring();
        return asked.Answer!.Task;
    }

    /// <summary>Puts an input in that nobody waits for, or passes on who does.</summary>
    public void Tell(CompanyId company, CustomerId customer, TurnInput input, TaskCompletionSource<TurnAnswer>? asker = null)
    {
        _asked.Enqueue(new Asked(company, customer, input, asker));
        Ring();
    }

    /// <inheritdoc />
    public void Answer(CompanyId company, CustomerId customer, TurnInput.MessageAnswered answer) => Tell(company, customer, answer);

    /// <summary>Done when the pump next finds nothing to do.</summary>
    public Task Drain()
    {
        var drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _drains.Enqueue(drained);
        Ring();
        return drained.Task;
    }

    /// <summary>The inbox has new events of a company for this partition.</summary>
    public void InboxGrew(CompanyId company)
    {
        _grown.TryAdd(company, 0);
        Ring();
    }

    /// <summary>An event has just been stored in this partition's inbox.</summary>
    public void HandOver(StoredEvent stored)
    {
        // A pump that is far behind reads from the tables.
        if (_stored.Count < MostStored) _stored.Enqueue(stored);
        else _grown.TryAdd(stored.Company, 0);
        Ring();
    }

    /// <summary>Events stored since the last call; null: none.</summary>
    public List<StoredEvent>? TakeStored()
    {
        List<StoredEvent>? taken = null;
        while (_stored.TryDequeue(out var stored)) (taken ??= []).Add(stored);
        return taken;
    }

    /// <summary>Something changed: look again.</summary>
    public void Ring()
    {
        try
        {
            if (_bell.CurrentCount == 0) _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody rang at the same time: once is enough.
        }
    }

    public bool TryTake(out Asked asked) => _asked.TryDequeue(out asked);

    /// <summary>Companies whose inbox has grown since the last call.</summary>
    public IEnumerable<CompanyId> TakeGrown()
    {
        foreach (var (company, _) in _grown)
            if (_grown.TryRemove(company, out byte _)) yield return company;
    }

    /// <summary>How many wait for the pump to have nothing left to do.</summary>
    public int Drains => _drains.Count;

    /// <summary>Nothing is left to do: lets the first <paramref name="count"/> go who waited for that.</summary>
    public void Drained(int count)
    {
        while (count-- > 0 && _drains.TryDequeue(out var drained)) drained.TrySetResult();
    }

    /// <summary>Waits for the bell, at most so long.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _bell.WaitAsync(atMost, cancellation);

    /// <summary>The pump is gone for good: nobody will answer.</summary>
    public void Close()
    {
        while (_asked.TryDequeue(out var asked)) asked.Answer?.TrySetCanceled();
        while (_drains.TryDequeue(out var drained)) drained.TrySetCanceled();
    }

    public void Dispose() => _bell.Dispose();

    /// <summary>An input and who waits for its answer.</summary>
    internal readonly record struct Asked(
        CompanyId Company, CustomerId Customer, TurnInput Input, TaskCompletionSource<TurnAnswer>? Answer);
}
