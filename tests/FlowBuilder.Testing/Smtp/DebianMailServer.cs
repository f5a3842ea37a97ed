using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace FlowBuilder.Testing.Smtp;

/// <summary>A mail server that is not ours: Debian's aiosmtpd in a process of its own, delivering into a Maildir.</summary>
public sealed class DebianMailServer : IDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("maildir-");

    private DebianMailServer(int port)
    {
        Port = port;
        var program = Needs.Program("aiosmtpd", "python3-aiosmtpd", "/usr/bin");
        var start = new ProcessStartInfo(program, ["-n", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", Mailbox])
        {
            RedirectStandardError = true, RedirectStandardOutput = true
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("aiosmtpd did not start.");
    }

    public int Port { get; }

    private string Mailbox => Path.Combine(_folder.FullName, "box");

    /// <summary>Starts it and answers when it listens.</summary>
    public static async Task<DebianMailServer> StartAsync(CancellationToken cancellation)
    {
        var server = new DebianMailServer(FreePort());
        while (!server._process.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, server.Port, cancellation);
                return server;
            }
            catch (SocketException)
            {
                await Task.Delay(50, cancellation);
            }
        }

        throw new InvalidOperationException($"aiosmtpd ended: {await server._process.StandardError.ReadToEndAsync(cancellation)}");
    }

    /// <summary>How many letters have been delivered.</summary>
    public int Count => new DirectoryInfo(Path.Combine(Mailbox, "new")) is { Exists: true } fresh ? fresh.GetFiles().Length : 0;

    /// <summary>Everything delivered to an address so far, oldest first.</summary>
    public IReadOnlyList<MimeMessage> MessagesTo(string address)
    {
        var fresh = new DirectoryInfo(Path.Combine(Mailbox, "new"));
        return fresh.Exists
            ? [.. fresh.GetFiles()
                .OrderBy(file => file.CreationTimeUtc)
                .Select(file => MimeMessage.Load(file.FullName))
                .Where(message => message.To.Mailboxes.Any(to => to.Address == address))]
            : [];
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
