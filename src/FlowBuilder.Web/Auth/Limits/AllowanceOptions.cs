namespace FlowBuilder.Web.Auth.Limits;

/// <summary>Configuration section <c>RateLimits</c>. Defaults are generous.</summary>
public sealed class AllowanceOptions
{
    /// <summary>Calls of <c>/api/v1</c> a minute and key. Default 1,000.</summary>
    public int CallsPerMinute { get; set; } = 1_000;

    /// <summary>Events a second and key on <c>/v1</c>, lasting. Default 5,000.</summary>
    public int EventsPerSecond { get; set; } = 5_000;

    /// <summary>Events a key may send at once. Default 20,000.</summary>
    public int EventBurst { get; set; } = 20_000;

    /// <summary>Seconds of the program's time a caller may use at once for costly calls. Default 10.</summary>
    public int WorkSeconds { get; set; } = 10;

    /// <summary>How much of each second comes back, in percent. Default 10.</summary>
    public int WorkPercent { get; set; } = 10;
}
