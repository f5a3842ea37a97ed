using System.Collections.Concurrent;
using System.Diagnostics;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Benchmarks;

/// <summary>Hears every commit: counts step runs, and notes when a customer's first one was committed.</summary>
internal sealed class StepCounter : IProgressListener
{
    private readonly ConcurrentDictionary<CustomerId, long> _first = [];
    private long _steps;
    private long _target = long.MaxValue;
    private TaskCompletionSource<long> _reached = new();

    /// <summary>Step runs committed.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>Commit time (<see cref="Stopwatch"/> ticks) of each customer's first step.</summary>
    public IReadOnlyDictionary<CustomerId, long> First => _first;

    /// <summary>Done when so many more step runs have been committed; answers with when (<see cref="Stopwatch"/> ticks).</summary>
    public Task<long> Expect(long more)
    {
        _reached = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _target, Steps + more);
        return _reached.Task;
    }

    public void Forget() => _first.Clear();

    public void Committed(TurnBatch batch)
    {
        var now = Stopwatch.GetTimestamp();
        var steps = 0;
        foreach (var customer in batch.Customers)
        {
            var before = steps;
            foreach (var change in customer.Changes)
                if (change is Change.StepRunAdded) steps++;
            if (steps > before) _first.TryAdd(customer.Customer, now);
        }

        if (steps > 0 && Interlocked.Add(ref _steps, steps) >= Interlocked.Read(ref _target)) _reached.TrySetResult(now);
    }
}
