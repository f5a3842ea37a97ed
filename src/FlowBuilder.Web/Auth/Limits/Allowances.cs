using FlowBuilder.Application.Keys;

namespace FlowBuilder.Web.Auth.Limits;

/// <summary>How much a key may do in a time. Runs on the system clock, each key for itself.</summary>
public sealed class Allowances
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    private readonly Buckets<(int, string)> _events;
    private readonly Buckets<(int, string)> _calls;
    private readonly int _burst;

    /// <summary>Makes full buckets as configured.</summary>
    public Allowances(AllowanceOptions settings, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _events = new(settings.EventBurst, Math.Max(1, settings.EventsPerSecond / 10), TimeSpan.FromMilliseconds(100), clock);
        _burst = settings.EventBurst;
        _calls = new(settings.CallsPerMinute, Math.Max(1, settings.CallsPerMinute / 60), TimeSpan.FromSeconds(1), clock);
    }

    /// <summary>Takes the right to send so many events; the answer is how long to wait when there is none, else null.</summary>
    public TimeSpan? TakeEvents(CompanyKey key, int count) => Take(_events, key, Math.Min(count, _burst));

    /// <summary>Takes the right to one call of <c>/api/v1</c>.</summary>
    public TimeSpan? TakeCall(CompanyKey key) => Take(_calls, key, 1);

    private static TimeSpan? Take(Buckets<(int, string)> buckets, CompanyKey key, int count) =>
        buckets.Take((key.Company.Value, key.Actor.Id), count) is { } wait ? wait > ShortestWait ? wait : ShortestWait : null;
}
