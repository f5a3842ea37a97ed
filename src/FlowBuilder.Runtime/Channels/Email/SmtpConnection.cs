using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>One connection to the mail server; one letter at a time.</summary>
internal sealed class SmtpConnection : IDisposable
{
    private readonly ConversationWatch _watch = new();
    private readonly SmtpClient _client;

    private SmtpConnection() => _client = new SmtpClient(_watch);

    /// <summary>When it was last used, by a monotonic clock.</summary>
    internal long UsedAt { get; set; }

    /// <summary>Whether a letter has gone over it already: only then may the server have closed it unnoticed.</summary>
    internal bool IsUsed { get; private set; }

    internal bool IsOpen => _client.IsConnected;

    /// <summary>Whether the content of the last letter had begun to leave.</summary>
    internal bool ContentBegan => _watch.ContentBegan;

    internal static async Task<SmtpConnection> OpenAsync(SmtpOptions options, CancellationToken cancellation)
    {
        var connection = new SmtpConnection();
        try
        {
            var (security, port) = options.Tls switch
            {
                SmtpTls.Tls => (SecureSocketOptions.SslOnConnect, 465),
                SmtpTls.StartTls => (SecureSocketOptions.StartTls, 587),
                SmtpTls.None => (SecureSocketOptions.None, 25),
                SmtpTls.WhenOffered => (SecureSocketOptions.StartTlsWhenAvailable, 25),
            };
            connection._client.LocalDomain = Environment.MachineName is { Length: > 0 } name
                && Uri.CheckHostName(name) == UriHostNameType.Dns
                ? name
                : "localhost";
            await connection.ConnectAsync(options.Host!, options.Port ?? port, security, cancellation);
            // One chunk after BDAT leaves together with its command; only DATA lets us see the
            // server's go-ahead first. To tell the size a letter would be written twice.
            connection._client.Capabilities &= ~(SmtpCapabilities.Chunking | SmtpCapabilities.BinaryMime | SmtpCapabilities.Size);
            if (!string.IsNullOrEmpty(options.User) && options.Tls != SmtpTls.None && !connection._client.IsSecure)
                throw new PasswordInTheOpenException();
            if (!string.IsNullOrEmpty(options.User))
                await connection._client.AuthenticateAsync(options.User, options.Password ?? "", cancellation);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Hands a letter over; answers with what the server said of it.</summary>
    internal async Task<string> SendAsync(MimeMessage letter, Action leaves, CancellationToken cancellation)
    {
        _watch.Begin(leaves);
        try
        {
            return await _client.SendAsync(letter, cancellation);
        }
        finally
        {
            IsUsed = true;
        }
    }

    /// <summary>
    /// MailKit's own sockets hold back what is written until the other side has confirmed what came before (Nagle), and the other side
    /// confirms late: 40 ms a letter, twice where it does the same. A conversation of short lines wants them sent at once.
    /// </summary>
    private async Task ConnectAsync(string host, int port, SecureSocketOptions security, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, cancellation);
            await _client.ConnectAsync(socket, host, port, security, cancellation);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Says goodbye; a server that no longer listens is no matter.</summary>
    internal async Task CloseAsync(CancellationToken cancellation)
    {
        try
        {
            if (IsOpen) await _client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception gone) when (SmtpServer.IsOfServer(gone))
        {
            // It closed first: the letter before was answered for already.
        }

        Dispose();
    }

    public void Dispose()
    {
        _client.Dispose();
        _watch.Dispose();
    }
}
