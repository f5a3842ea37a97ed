using Microsoft.Extensions.Configuration;

namespace FlowBuilder.Runtime.Channels.Webhook;

/// <summary>Settings under <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Hosts (<c>name</c> or <c>name:port</c>) that may be called although their address
    /// is private: for development and for receivers in one's own network. Default none.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>The settings of a configuration. The hosts may be one value, separated by <c>;</c>,
    /// <c>,</c> or blanks, as well as a list.</summary>
    public static WebhookOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        var options = section.Get<WebhookOptions>() ?? new WebhookOptions();
        var hosts = options.AllowedHosts
            .Append(section[nameof(AllowedHosts)] ?? "")
            .SelectMany(value => value.Split([';', ',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        options.AllowedHosts.Clear();
        foreach (var host in hosts) options.AllowedHosts.Add(host);
        return options;
    }

    /// <summary>The longest time-out there can be.</summary>
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(15);

    /// <summary>All in all. Default, and at most, 15 seconds.</summary>
    public TimeSpan Timeout { get; set; } = LongestTimeout;
}
