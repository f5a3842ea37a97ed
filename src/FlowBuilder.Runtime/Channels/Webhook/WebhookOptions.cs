namespace FlowBuilder.Runtime.Channels.Webhook;

/// <summary>Settings under <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Hosts (<c>name</c> or <c>name:port</c>) that may be called although their address is private: for development and for receivers in one's own network. Default none.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Default 15 seconds, all in all.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
