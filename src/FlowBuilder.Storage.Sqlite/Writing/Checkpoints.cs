using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Writing;

/// <summary>
/// Copies the write-ahead log into the database in the background once it has grown, so that no commit waits for it. What is written
/// meanwhile keeps the log from starting over; once it is far too long the writer copies the short rest itself between two groups.
/// </summary>
internal sealed class Checkpoints(string file) : IDisposable
{
    /// <summary>In pages of 4 KB.</summary>
    private const int Grown = 1_024;
    private const int FarTooLong = 32_768;
    private Task _background = Task.CompletedTask;
    private int _pages;
    private int _copiedAt;

    /// <summary>Pages in the log when last looked at.</summary>
    public int LogPages => Volatile.Read(ref _pages);

    /// <summary>Called by the writer between two groups.</summary>
    public void After(RawConnection writer)
    {
        var pages = writer.Log().Pages;
        Volatile.Write(ref _pages, pages);
        if (pages < _copiedAt) _copiedAt = 0;
        if (pages - _copiedAt < Grown || !_background.IsCompleted) return;
        if (pages >= FarTooLong && _copiedAt > 0) writer.Checkpoint();
        else _background = Task.Run(Copy);
        _copiedAt = pages;
    }

    public void Dispose() => _background.Wait();

    private void Copy()
    {
        using var connection = new RawConnection(file, readOnly: false, "PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=0");
        connection.Checkpoint();
    }
}
