using System.Data.Common;
using System.Globalization;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Application.AuditLog;

/// <summary>
/// Tells of what was tried and refused: failed sign-ins, wrong passwords, missing rights, unknown keys. The first of its kind is told at
/// once; more of the same who and what within a minute are counted and told in one line when the minute is over, so that nobody can
/// flood the log. Written in the background: whoever is refused learns nothing from how long it takes.
/// </summary>
public sealed partial class RefusedAttempts(
    AuditTrail audit, TimeProvider clock, ILogger<RefusedAttempts> log, IWhereFrom? where = null) : IHostedService, IAsyncDisposable
{
    /// <summary>Kinds of attempts told apart at once; more are counted together.</summary>
    private const int Most = 1_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _open = new(StringComparer.Ordinal);
    private Task _writing = Task.CompletedTask;
    private bool _closed;

    /// <summary>A line in a company's audit log.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="by">Who tried.</param>
    /// <param name="action">A verb such as <c>access.refused</c>.</param>
    /// <param name="subject">Stable id of what it was tried on.</param>
    /// <param name="words">What was tried; from where is added.</param>
    public void Note(CompanyId company, Actor by, string action, string? subject, string words)
    {
        ArgumentNullException.ThrowIfNull(by);
        var told = Told(words);
        Limit($"{company.Value}:{by.Id}:{action}", more => audit.AppendAsync(company, by, action, subject, WithMore(told, more)));
    }

    /// <summary>The same words with the address the call comes from.</summary>
    public string Told(string words) => where?.Address is { } address ? $"{words}, from {address}" : words;

    /// <summary>Words of the line that stands for several attempts.</summary>
    public static string WithMore(string words, int more) =>
        more == 0
            ? words
            : string.Create(CultureInfo.InvariantCulture, $"{words}: {more:N0} more {(more == 1 ? "time" : "times")} within a minute");

    /// <summary>Tells of an attempt, at most once a minute for each key.</summary>
    /// <param name="key">Who and what.</param>
    /// <param name="tell">Tells of one attempt (0), or of so many more.</param>
    public void Limit(string key, Func<int, Task> tell)
    {
        ArgumentNullException.ThrowIfNull(tell);
        lock (_gate)
        {
            if (_closed) return;
            if (_open.TryGetValue(key, out var known))
            {
                known.More++;
                return;
            }

            if (_open.Count >= Most)
            {
                (key, tell) = ("others", TellOfOthers);
                if (_open.TryGetValue(key, out known))
                {
                    known.More++;
                    return;
                }
            }

            var entry = new Entry(tell);
            entry.Timer = clock.CreateTimer(End, key, Window, Timeout.InfiniteTimeSpan);
            _open[key] = entry;
            _writing = AfterAsync(_writing, tell, 0);
        }
    }

    /// <summary>Done when all that was told so far is written.</summary>
    public Task WrittenAsync()
    {
        lock (_gate) return _writing;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What was counted is told before the program ends: at its stop, while the database
    /// is still in use, not when it is taken apart.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

    /// <summary>Nothing is noted any more; done when what was counted has been told.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var entry in _open.Values)
            {
                entry.Timer?.Dispose();
                if (entry.More > 0) _writing = AfterAsync(_writing, entry.Tell, entry.More);
            }

            _open.Clear();
        }

        await WrittenAsync();
    }

    private void End(object? of)
    {
        var key = (string)of!;
        lock (_gate)
        {
            if (_closed || !_open.TryGetValue(key, out var entry)) return;
            if (entry.More == 0)
            {
                entry.Timer?.Dispose();
                _open.Remove(key);
                return;
            }

            // Whoever goes on trying has one line a minute.
            _writing = AfterAsync(_writing, entry.Tell, entry.More);
            entry.More = 0;
            entry.Timer?.Change(Window, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task AfterAsync(Task before, Func<int, Task> tell, int more)
    {
        await Task.Yield();
        await before;
        try
        {
            await tell(more);
        }
        catch (Exception failed) when (failed is DbException or DbUpdateException or ObjectDisposedException)
        {
            NotTold(log, failed);
        }
    }

    private Task TellOfOthers(int more)
    {
        Others(log, more == 0 ? 1 : more);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Error, "A refused attempt could not be put into the audit log")]
    private static partial void NotTold(ILogger log, Exception failed);

    [LoggerMessage(LogLevel.Warning, "{Count} refused attempts were not told apart: too many different ones within a minute")]
    private static partial void Others(ILogger log, int count);

    private sealed class Entry(Func<int, Task> tell)
    {
        public Func<int, Task> Tell { get; } = tell;

        public int More { get; set; }

        public ITimer? Timer { get; set; }
    }
}
