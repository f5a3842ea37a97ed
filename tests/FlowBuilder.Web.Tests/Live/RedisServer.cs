using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FlowBuilder.Testing;

namespace FlowBuilder.Web.Tests.Live;

/// <summary>A Redis server of its own on a free loopback port, keeping nothing.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly Process _process;

    private RedisServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<RedisServer> StartAsync(int? port = null)
    {
        var chosen = port ?? FreePort();
        var start = new ProcessStartInfo(Needs.Program("redis-server", "redis-server"),
            ["--port", chosen.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(LiveRig.Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal)) return new RedisServer(process, chosen);
        throw new InvalidOperationException("redis-server did not start.");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
