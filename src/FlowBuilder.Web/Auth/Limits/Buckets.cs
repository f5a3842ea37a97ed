namespace FlowBuilder.Web.Auth.Limits;

/// <summary>
/// Rights to do something so often in a time, a bucket for each key. How full a bucket is gets worked out when somebody takes from it, so
/// that nothing ticks while nobody asks (the limiters of the framework wake ten times a second for ever). A full bucket is forgotten.
/// </summary>
/// <typeparam name="TKey">Whose bucket.</typeparam>
/// <param name="size">What a full bucket holds; at least 1.</param>
/// <param name="refill">What comes in after each <paramref name="every"/>; with the whole size it
/// is a window that begins with the first taking. At least 1.</param>
/// <param name="every">How long that is.</param>
/// <param name="clock">The system clock.</param>
internal sealed class Buckets<TKey>(int size, int refill, TimeSpan every, TimeProvider clock)
    where TKey : notnull
{
    private static readonly TimeSpan Cleaning = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Bucket> _buckets = [];
    private long _cleaned = clock.GetTimestamp();

    /// <summary>Takes so many at once, or none of them: then the answer is how long to wait until
    /// they are there. More than the size is never there; ask for no more.</summary>
    public TimeSpan? Take(TKey key, int count = 1)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            if (clock.GetElapsedTime(_cleaned, now) >= Cleaning) Clean(now);
            var bucket = _buckets.TryGetValue(key, out var kept) ? Refilled(kept, now) : new Bucket(size, now);
            if (bucket.Left >= count)
            {
                _buckets[key] = bucket with { Left = bucket.Left - count };
                return null;
            }

            _buckets[key] = bucket;
            var missing = (count - bucket.Left + refill - 1) / refill;
            return (every * missing) - clock.GetElapsedTime(bucket.Since, now);
        }
    }

    /// <summary>How many keys have a bucket that was not full when it was last looked at.</summary>
    internal int Count
    {
        get
        {
            lock (_gate) return _buckets.Count;
        }
    }

    private void Clean(long now)
    {
        _cleaned = now;
        foreach (var (key, bucket) in _buckets)
            if (Refilled(bucket, now).Left == size) _buckets.Remove(key);
    }

    /// <summary>Whole portions only; the begun one counts from where the last one came in. A full bucket begins anew.</summary>
    private Bucket Refilled(Bucket bucket, long now)
    {
        var portions = (long)(clock.GetElapsedTime(bucket.Since, now) / every);
        if (portions == 0) return bucket;
        var left = Math.Min(size, bucket.Left + (portions * refill));
        return left == size
            ? new Bucket(size, now)
            : new Bucket((int)left, bucket.Since + (long)(portions * every.TotalSeconds * clock.TimestampFrequency));
    }

    /// <param name="Left">What is there.</param>
    /// <param name="Since">When the last portion came in.</param>
    private readonly record struct Bucket(int Left, long Since);
}
