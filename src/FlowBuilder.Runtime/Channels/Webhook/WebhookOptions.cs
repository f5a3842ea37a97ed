namespace FlowBuilder.Runtime.Channels.Webhook;

/// <summary>Settings under <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Hosts (<c>name</c> or <c>name:port</c>) that may be called although their address is private: for development and for receivers in one's own network. Default none.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>The longest time-out there can be.</summary>
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(15);

    /// <summary>All in all. Default, and at most, 15 seconds.</summary>
    public TimeSpan Timeout { get; set; } = LongestTimeout;
}
