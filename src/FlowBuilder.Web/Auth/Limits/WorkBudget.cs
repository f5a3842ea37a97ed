using System.Collections.Concurrent;
using FlowBuilder.Application.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Web.Auth.Limits;

/// <summary>
/// Time of the program's that each caller may use for costly calls (checking a drawing, export, import). Each has a bucket for itself: it
/// holds <see cref="AllowanceOptions.WorkSeconds"/> and fills again by <see cref="AllowanceOptions.WorkPercent"/> of a second every second.
/// What a call will cost is not known before it, so a call may begin while anything is left, and is charged what it took: the bucket may go
/// below nothing, and then it takes as much longer until the next.
/// </summary>
public sealed class WorkBudget
{
    /// <summary>Buckets that have filled up again are forgotten when there are more than this.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<(CompanyId Company, string Caller), Bucket> _buckets = [];
    private readonly TimeProvider _clock;
    private readonly TimeSpan _whole;
    private readonly double _share;

    /// <summary>Full buckets as configured, on the system clock.</summary>
    public WorkBudget(AllowanceOptions settings, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_clock, _whole, _share) = (clock, TimeSpan.FromSeconds(settings.WorkSeconds), settings.WorkPercent / 100.0);
    }

    /// <summary>How long to wait until the caller may begin a costly call; null: now.</summary>
    public TimeSpan? Wait(CompanyId company, string caller)
    {
        if (!_buckets.TryGetValue((company, caller), out var bucket)) return null;
        var left = Left(bucket);
        return left > TimeSpan.Zero ? null : (-left + TimeSpan.FromSeconds(1)) / _share;
    }

    /// <summary>A call took this much.</summary>
    public void Charge(CompanyId company, string caller, TimeSpan cost)
    {
        if (_buckets.Count > Most) Forget();
        _buckets.AddOrUpdate(
            (company, caller), _ => new Bucket(_whole - cost, _clock.GetUtcNow()),
            (_, bucket) => new Bucket(Left(bucket) - cost, _clock.GetUtcNow()));
    }

    private TimeSpan Left(Bucket bucket)
    {
        var filled = bucket.Left + (_clock.GetUtcNow() - bucket.At) * _share;
        return filled < _whole ? filled : _whole;
    }

    private void Forget()
    {
        foreach (var (caller, bucket) in _buckets)
            if (Left(bucket) >= _whole) _buckets.TryRemove(new(caller, bucket));
    }

    private readonly record struct Bucket(TimeSpan Left, DateTimeOffset At);
}
