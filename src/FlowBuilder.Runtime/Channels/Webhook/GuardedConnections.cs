using System.Net;
using System.Net.Sockets;

namespace FlowBuilder.Runtime.Channels.Webhook;

/// <summary>
/// Connects only to public addresses. The address is judged when the connection is made, so that a name cannot show one address to a
/// check and another to the call; a name with any closed address among its own is refused whole.
/// </summary>
internal sealed class GuardedConnections(WebhookOptions options, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="AddressRefusedException">The host leads into a closed network.</exception>
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(host.Host.Trim('[', ']'), out var literal) ? [literal] : await _resolve(host.Host, cancellation);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        if (!IsAllowed(host) && !addresses.All(PublicAddress.Is))
            throw new AddressRefusedException("The address is in a network that cannot be called.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(DnsEndPoint host) => options.AllowedHosts.Any(allowed =>
        allowed.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
        || allowed.Equals($"{host.Host}:{host.Port}", StringComparison.OrdinalIgnoreCase));
}
