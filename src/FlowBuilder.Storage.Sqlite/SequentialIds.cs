using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Storage.Sqlite;

namespace FlowBuilder.Storage.Sqlite;

/// <summary>Hands out ids from blocks reserved in the database, ever increasing, never twice. The next block is reserved before it is needed; numbers left over at a stop are lost.</summary>
internal sealed class SequentialIds(SqliteEngineStore store) : IIdSource
{
    private const int Block = 4096;
    private readonly Lock _gate = new();
    private long _next;
    private long _end;
    private Task<long>? _coming;

    public long Next()
    {
        lock (_gate)
        {
            if (_next == _end)
            {
                _next = (_coming ?? store.ReserveIdsAsync(Block)).GetAwaiter().GetResult();
                _end = _next + Block;
                _coming = null;
            }

            if (_end - _next == Block / 2) _coming = store.ReserveIdsAsync(Block);
            return _next++;
        }
    }
}
