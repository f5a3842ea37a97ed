using System.Collections.Concurrent;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>A few readers, lent to one thread at a time. One that met an error is thrown away.</summary>
internal sealed class SqliteReaders(string file, int kept) : IDisposable
{
    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private int _count;
    private volatile bool _closed;

    public T Ask<T>(Func<SqliteReader, T> ask)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (_idle.TryTake(out var reader)) Interlocked.Decrement(ref _count);
        else reader = new SqliteReader(file);
        var well = false;
        try
        {
            var answer = ask(reader);
            well = true;
            return answer;
        }
        finally
        {
            Return(reader, well);
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader)) reader.Dispose();
    }

    private void Return(SqliteReader reader, bool well)
    {
        if (!well || _closed || Interlocked.Increment(ref _count) > kept)
        {
            if (well && !_closed) Interlocked.Decrement(ref _count);
            reader.Dispose();
            return;
        }

        _idle.Add(reader);
        if (_closed) Dispose();
    }
}
