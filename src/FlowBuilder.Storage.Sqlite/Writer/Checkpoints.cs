using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Writer;

/// <summary>
/// Copies the write-ahead log into the database in the background once it has grown, so that no commit waits for it; seldom, since each
/// copy's own flush holds up the commits beside it. What is written meanwhile keeps the log from starting over: once the log is long,
/// copies follow each other until only a short rest is left, and the writer copies that rest itself between two groups. The next group then
/// writes from the log's start, over blocks the file has already.
/// </summary>
internal sealed class Checkpoints(string file) : IDisposable
{
    /// <summary>Longest file that is kept when the log starts over, in bytes. Cutting a file off
    /// takes as long as a hundred commits: what a busy day needs is never cut.</summary>
    public const long KeptBytes = 2L * TooLong * PageBytes;

    private const int PageBytes = 4_096;

    /// <summary>Pages that are worth a copy.</summary>
    private const int Grown = 4_096;

    /// <summary>Pages of a log that is to start over.</summary>
    private const int Long = 32_768;

    /// <summary>Pages of a log that starts over whatever it costs.</summary>
    private const int TooLong = 2 * Long;

    /// <summary>Pages the writer copies itself.</summary>
    private const int ShortRest = 256;

    private Task _background = Task.CompletedTask;
    private int _pages;
    private int _lastRest;

    /// <summary>Pages in the log when last looked at.</summary>
    public int LogPages => Volatile.Read(ref _pages);

    /// <summary>Called by the writer between two groups.</summary>
    public void After(RawConnection writer)
    {
        var (pages, copied) = writer.Log();
        if (pages < _pages) _lastRest = 0;
        Volatile.Write(ref _pages, pages);
        if (!_background.IsCompleted) return;
        var rest = pages - copied;
        if (StartsOver(pages, rest))
        {
            writer.Checkpoint();
            _lastRest = pages;
        }
        else if (rest >= (pages < Long ? Grown : ShortRest) && pages - _lastRest >= Grown)
        {
            _background = Task.Run(Copy);
        }
    }

    public void Dispose() => _background.Wait();

    /// <summary>Not again at once: a reader that stands in the log keeps it from starting over, however often the rest is copied.</summary>
    private bool StartsOver(int pages, int rest) =>
        pages >= Long && (rest < ShortRest || pages >= TooLong) && (_lastRest == 0 || pages - _lastRest >= Grown);

    private void Copy()
    {
        using var connection = new RawConnection(file, readOnly: false, "PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=0");
        connection.Checkpoint();
    }
}
