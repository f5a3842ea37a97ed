namespace FlowBuilder.Web.Keys;

/// <summary>Configuration section <c>RateLimits</c>. Defaults are generous.</summary>
public sealed class AllowanceSettings
{
    /// <summary>Calls of <c>/api/v1</c> a minute and key. Default 1,000.</summary>
    public int CallsPerMinute { get; set; } = 1_000;

    /// <summary>Events a second and key on <c>/v1</c>, lasting. Default 5,000.</summary>
    public int EventsPerSecond { get; set; } = 5_000;

    /// <summary>Events a key may send at once. Default 20,000.</summary>
    public int EventBurst { get; set; } = 20_000;
}
