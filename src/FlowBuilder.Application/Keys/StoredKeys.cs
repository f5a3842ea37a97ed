using System.Collections.Concurrent;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Keys;

/// <summary>
/// The keys people made, found by hash. What was read is trusted for <see cref="Trusted"/>: thousands of events a second ask once in
/// that time, and a key revoked on another node is dead here that soon. One revoked in this process is dead at once.
/// </summary>
public sealed class StoredKeys(IDbContextFactory<FlowBuilderContext> contexts, KeyUses uses, TimeProvider clock)
{
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, Held> _held = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Held?>>> _reading = new(StringComparer.Ordinal);
    private int _changes;

    public async ValueTask<KeyFinding> FindAsync(string hash, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var held = _held.TryGetValue(hash, out var known) && now - known.ReadAt < Trusted ? known : await ReadOnceAsync(hash, cancellation);
        if (held is null) return KeyFinding.No(KeyFault.Unknown);
        if (held.IsRevoked) return KeyFinding.No(KeyFault.Revoked);
        if (held.ExpiresAt <= now) return KeyFinding.No(KeyFault.Expired);
        uses.Note(held.Key.Company, held.Number, now);
        return KeyFinding.Of(held.Key);
    }

    /// <summary>Keys were changed in the database: look again.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _held.Clear();
    }

    /// <summary>Many who ask for the same key at once wait for one answer.</summary>
    private async Task<Held?> ReadOnceAsync(string hash, CancellationToken cancellation)
    {
        var reading = _reading.GetOrAdd(hash, _ => new Lazy<Task<Held?>>(() => ReadAsync(hash)));
        try
        {
            return await reading.Value.WaitAsync(cancellation);
        }
        finally
        {
            if (reading.Value.IsCompleted) _reading.TryRemove(new KeyValuePair<string, Lazy<Task<Held?>>>(hash, reading));
        }
    }

    private async Task<Held?> ReadAsync(string hash)
    {
        var (changes, at) = (Volatile.Read(ref _changes), clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        var row = await context.ApiKeys
            .IgnoreQueryFilters([FlowBuilderContext.CompanyFilter]).AsNoTracking()
            .FirstOrDefaultAsync(key => key.Hash == hash);
        var held = row is null ? null : new Held(row.ToKey(), row.Id, row.ExpiresAt, row.RevokedAt is not null, at);
        if (held is null) _held.TryRemove(hash, out _);
        else if (changes == Volatile.Read(ref _changes)) _held[hash] = held;
        return held;
    }

    private sealed record Held(CompanyKey Key, long Number, DateTimeOffset? ExpiresAt, bool IsRevoked, DateTimeOffset ReadAt);
}
