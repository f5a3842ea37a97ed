using System.Threading.RateLimiting;

namespace FlowBuilder.Web.Keys;

/// <summary>How much a key may do in a time. Runs on the system clock, each key for itself.</summary>
public sealed class Allowances : IDisposable
{
    private readonly PartitionedRateLimiter<CompanyKey> _events;
    private readonly PartitionedRateLimiter<CompanyKey> _calls;
    private readonly int _burst;

    /// <summary>Makes full buckets as configured.</summary>
    public Allowances(AllowanceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _events = Buckets(settings.EventBurst, Math.Max(1, settings.EventsPerSecond / 10), TimeSpan.FromMilliseconds(100));
        _burst = settings.EventBurst;
        _calls = Buckets(settings.CallsPerMinute, Math.Max(1, settings.CallsPerMinute / 60), TimeSpan.FromSeconds(1));
    }

    /// <summary>Takes the right to send so many events; the answer is how long to wait when there is none, else null.</summary>
    public TimeSpan? TakeEvents(CompanyKey key, int count) => Take(_events, key, Math.Min(count, _burst));

    /// <summary>Takes the right to one call of <c>/api/v1</c>.</summary>
    public TimeSpan? TakeCall(CompanyKey key) => Take(_calls, key, 1);

    /// <inheritdoc />
    public void Dispose()
    {
        _events.Dispose();
        _calls.Dispose();
    }

    private static TimeSpan? Take(PartitionedRateLimiter<CompanyKey> limiter, CompanyKey key, int count)
    {
        using var lease = limiter.AttemptAcquire(key, count);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1);
    }

    private static PartitionedRateLimiter<CompanyKey> Buckets(int size, int refill, TimeSpan every) =>
        PartitionedRateLimiter.Create<CompanyKey, (int, string)>(key => RateLimitPartition.GetTokenBucketLimiter((key.Company.Value, key.Actor.Id), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = size,
            TokensPerPeriod = refill,
            ReplenishmentPeriod = every,
            QueueLimit = 0,
        }));
}
