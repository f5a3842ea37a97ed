using System.Net;
using System.Net.Sockets;

namespace FlowBuilder.Runtime.Channels.Webhook;

/// <summary>
/// Whether an address belongs to the public internet. Refused is everything in IANA's special-purpose registries
/// (https://www.iana.org/assignments/iana-ipv4-special-registry, ...-ipv6-...), and IPv6 forms that carry such an IPv4 address.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "100::/64", "100:0:0:1::/64", "64:ff9b:1::/48", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16",
            "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");

    /// <summary>True only for addresses a stranger's URL may lead to.</summary>
    public static bool Is(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.AddressFamily == AddressFamily.InterNetwork) return IsOpen(address);
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return false;
        var bytes = address.GetAddressBytes();
        var plain = new IPAddress(bytes);
        if (plain.IsIPv4MappedToIPv6) return IsOpen(plain.MapToIPv4());
        if (Nat64.Contains(plain)) return IsOpen(new IPAddress(bytes.AsSpan(12, 4)));
        if (SixToFour.Contains(plain)) return IsOpen(new IPAddress(bytes.AsSpan(2, 4)));
        return !Compatible.Contains(plain) && Global.Contains(plain) && IsOpen(plain);
    }

    private static bool IsOpen(IPAddress address) => !Closed.Any(network => network.Contains(address));
}
