using FlowBuilder.Core.Engine.Turns;

namespace FlowBuilder.Storage.Ports;

/// <summary>
/// New ids for what the engine and the screens make, ever increasing in this program. They are handed out from blocks reserved in the
/// database, the next one before it is needed; whoever comes when there are none left waits without
/// holding a thread. Numbers left over at a stop are lost.
/// </summary>
public sealed class NewIds(IIdStore store)
{
    private const int Block = 4096;
    private readonly Lock _gate = new();
    private long _next;
    private long _end;
    private Coming? _coming;

    /// <summary>One id.</summary>
    public async ValueTask<long> NextAsync(CancellationToken cancellation) => (await TakeAsync(1, cancellation)).Next();

    /// <summary>A block of ids that nobody else gets, all of them greater than those handed out before.</summary>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<IdBlock> TakeAsync(int count, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        while (true)
        {
            Coming coming;
            lock (_gate)
            {
                if (_end - _next >= count)
                {
                    var block = new IdBlock(_next, _next + count);
                    _next += count;
                    if (_end - _next < Block / 2) _coming ??= Reserve(Block);
                    return block;
                }

                coming = _coming ??= Reserve(Math.Max(Block, count));
            }

            await ArriveAsync(coming, cancellation);
        }
    }

    /// <summary>Takes back what is left of a block, where nobody has taken one since; else it is lost.</summary>
    public void GiveBack(IdBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        lock (_gate)
            if (block.End == _next) _next = block.TakeRest();
    }

    private Coming Reserve(int count) => new(store.ReserveAsync(count, CancellationToken.None), count);

    private async Task ArriveAsync(Coming coming, CancellationToken cancellation)
    {
        try
        {
            var first = await coming.First.WaitAsync(cancellation);
            lock (_gate)
            {
                if (_coming != coming) return;
                // Where another program has taken numbers in between, what is left of the old ones is lost.
                if (first != _end) _next = first;
                _end = first + coming.Count;
                _coming = null;
            }
        }
        catch when (coming.First.IsFaulted || coming.First.IsCanceled)
        {
            // The next one who asks tries again.
            lock (_gate)
                if (_coming == coming) _coming = null;
            throw;
        }
    }

    private sealed record Coming(Task<long> First, int Count);
}
