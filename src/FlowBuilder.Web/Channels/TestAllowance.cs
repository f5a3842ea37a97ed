using System.Threading.RateLimiting;
using FlowBuilder.Web.Access;

namespace FlowBuilder.Web.Channels;

/// <summary>Five tests a minute for each person, so that nobody uses them to send messages.</summary>
internal sealed class TestAllowance : IDisposable
{
    public const int InAMinute = 5;

    private readonly PartitionedRateLimiter<Caller> _limiter = PartitionedRateLimiter.Create<Caller, (int, string)>(caller =>
        RateLimitPartition.GetFixedWindowLimiter((caller.Company.Value, caller.Actor.Id), _ => new FixedWindowRateLimiterOptions { PermitLimit = InAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Takes one; how long to wait when there is none left, else null.</summary>
    public TimeSpan? Take(Caller caller)
    {
        using var lease = _limiter.AttemptAcquire(caller);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1);
    }

    public void Dispose() => _limiter.Dispose();
}
