using System.Collections.Concurrent;
using System.Net.Sockets;
using FlowBuilder.Core.Messages;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>
/// Hands letters to the configured mail server over a few connections kept open. Up to the server's go-ahead for the content every
/// failure is <i>not sent</i>; from then on only the server's word counts, and silence is <i>maybe sent</i>.
/// </summary>
internal sealed class SmtpServer(SmtpOptions options) : IMailDrop, IAsyncDisposable
{
    private static readonly TimeSpan KeptIdle = TimeSpan.FromSeconds(20);
    private readonly ConcurrentStack<SmtpConnection> _idle = new();
    private readonly SemaphoreSlim _places = new(Math.Clamp(options.Connections, 1, 50));

    public bool RemovesDoubles => false;

    public async Task<ChannelAnswer> TakeAsync(MimeMessage letter, string effect, CancellationToken cancellation)
    {
        try
        {
            await _places.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return new ChannelAnswer.NotSent("The program was stopping.", Final: false);
        }

        try
        {
            return await SendAsync(letter, cancellation);
        }
        finally
        {
            _places.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        while (_idle.TryPop(out var connection)) await connection.CloseAsync(soon.Token);
        _places.Dispose();
    }

    internal static bool IsOfServer(Exception exception) => exception is IOException or SocketException or ProtocolException or CommandException
        or OperationCanceledException or TimeoutException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException
        or ServiceNotAuthenticatedException or NotSupportedException or InvalidOperationException or System.Security.Authentication.AuthenticationException;

    private async Task<ChannelAnswer> SendAsync(MimeMessage letter, CancellationToken cancellation)
    {
        while (true)
        {
            SmtpConnection connection;
            try
            {
                connection = Reuse() ?? await OpenAsync(cancellation);
            }
            catch (Exception failed) when (IsOfServer(failed))
            {
                return SmtpAnswers.OfConnecting(failed);
            }

            var used = connection.IsUsed;
            // Once the content leaves it is not broken off: only the server can then say what became of it.
            using var limit = new CancellationTokenSource(options.Timeout);
            try
            {
                var said = await connection.SendAsync(letter, limit.Token);
                return new ChannelAnswer.Sent(said.Length > 200 ? said[..200] : said);
            }
            catch (Exception failed) when (IsOfServer(failed))
            {
                // The server has closed an idle connection: nothing was begun, so a fresh one is tried at once.
                if (used && !connection.ContentBegan && failed is not SmtpCommandException { StatusCode: not SmtpStatusCode.ServiceNotAvailable }) continue;
                return SmtpAnswers.Of(failed, connection.ContentBegan);
            }
            finally
            {
                Keep(connection);
            }
        }
    }

    private async Task<SmtpConnection> OpenAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        return await SmtpConnection.OpenAsync(options, limit.Token);
    }

    private SmtpConnection? Reuse()
    {
        while (_idle.TryPop(out var connection))
        {
            if (connection.IsOpen && TimeProvider.System.GetElapsedTime(connection.UsedAt) < KeptIdle) return connection;
            connection.Dispose();
        }

        return null;
    }

    private void Keep(SmtpConnection connection)
    {
        if (!connection.IsOpen)
        {
            connection.Dispose();
            return;
        }

        connection.UsedAt = TimeProvider.System.GetTimestamp();
        _idle.Push(connection);
    }
}
