using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace FlowBuilder.Web.Hosting.Settings;

/// <summary>
/// Reverse proxies whose word on the caller's address and scheme counts (<c>Security:TrustedProxies</c>, addresses or networks such as
/// <c>10.0.0.5</c> or <c>10.1.0.0/16</c>). Nobody else's does; links never depend on it, they come from <c>PublicUrl</c>.
/// </summary>
internal static class TrustedProxies
{
    public static void Read(IConfiguration configuration, ForwardedHeadersOptions options)
    {
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        var named = configuration.GetSection("Security:TrustedProxies").Get<string[]>() ?? [];
        options.ForwardedHeaders = named.Length == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var name in named)
            if (IPAddress.TryParse(name, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(name, out var network)) options.KnownIPNetworks.Add(network);
            else
                throw new SettingsException(
                    $"Security:TrustedProxies names “{name}”, which is neither an address nor a network. Write them like 10.0.0.5 or "
                        + $"10.1.0.0/16.");
    }
}
