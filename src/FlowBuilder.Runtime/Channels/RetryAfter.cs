namespace FlowBuilder.Runtime.Channels;

/// <summary>How long a provider asks to wait, at most a day.</summary>
internal static class RetryAfter
{
    internal static TimeSpan? Of(HttpResponseMessage response, TimeProvider clock)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait is { } asked && asked > TimeSpan.Zero ? asked < TimeSpan.FromDays(1) ? asked : TimeSpan.FromDays(1) : null;
    }
}
