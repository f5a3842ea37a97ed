using System.Collections.Concurrent;
using System.Net.Sockets;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Breaking;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>
/// Hands letters to the configured mail server over a few connections kept open. Up to the server's go-ahead for the content every
/// failure is <i>not sent</i>; from then on only the server's word counts, and silence is <i>maybe sent</i>.
/// <para>
/// A connection is used again for the next letter, whoever it is from; one that broke is replaced, one that was not used for
/// <see cref="KeptIdle"/> is closed. Who may use one next is decided by <see cref="SmtpPlaces"/>.
/// </para>
/// </summary>
internal sealed class SmtpServer : IMailTransport, IAsyncDisposable
{
    internal static readonly TimeSpan KeptIdle = TimeSpan.FromSeconds(20);

    private readonly SmtpOptions _options;
    private readonly ProviderBreakers _breakers;
    private readonly TimeProvider _clock;
    private readonly SmtpPlaces _places;
    private readonly ConcurrentStack<SmtpConnection> _idle = new();
    private readonly ITimer _sweep;
    private int _sweeping;

    public SmtpServer(SmtpOptions options, ProviderBreakers breakers, TimeProvider clock)
    {
        (_options, _breakers, _clock) = (options, breakers, clock);
        _places = new SmtpPlaces(Math.Clamp(options.Connections, 1, SmtpOptions.MostConnections), clock);
        _sweep = clock.CreateTimer(_ => CloseIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool IsIdempotent => false;

    private ProviderBreaker Server => _breakers.Of(Channel.Email, null, _options.Host!, "The mail server");

    public ProviderPause? ClosedTo(CompanyId company, string address) =>
        _breakers.Closed(Channel.Email, null, _options.Host!) ?? _breakers.Closed(Channel.Email, company, Domain(address));

    public async Task<ChannelAnswer> TakeAsync(
        CompanyId company, MimeMessage letter, string effect, Action leaves, CancellationToken cancellation)
    {
        var domain = Domain(letter.To.Mailboxes.First().Address);
        SmtpPlaces.Place place;
        try
        {
            place = await _places.EnterAsync(company, domain, cancellation);
        }
        catch (OperationCanceledException)
        {
            return new ChannelAnswer.NotTried("The program was stopping.");
        }

        try
        {
            return await _breakers.Of(Channel.Email, company, domain, $"The mail server, for addresses at {domain},")
                .TryAsync(() => SendAsync(letter, leaves, cancellation));
        }
        finally
        {
            _places.Leave(place);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        while (_idle.TryPop(out var connection)) await connection.CloseAsync(soon.Token);
    }

    internal static bool IsOfServer(
        Exception exception) => exception is IOException or SocketException or ProtocolException or CommandException
        or OperationCanceledException or TimeoutException or AuthenticationException or SslHandshakeException
        or ServiceNotConnectedException
        or ServiceNotAuthenticatedException or NotSupportedException or InvalidOperationException or PasswordInTheOpenException
        or System.Security.Authentication.AuthenticationException;

    private static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    private async Task<ChannelAnswer> SendAsync(MimeMessage letter, Action leaves, CancellationToken cancellation)
    {
        while (true)
        {
            var connection = Reuse();
            if (connection is null)
            {
                // The server's breaker is about reaching it; what it does to a letter is for the breaker of the domain to judge.
                var reached = await Server.TryAsync(async () =>
                {
                    try
                    {
                        connection = await OpenAsync(cancellation);
                        return new ChannelAnswer.Sent(null);
                    }
                    catch (Exception failed) when (IsOfServer(failed))
                    {
                        return SmtpAnswers.OfConnecting(failed);
                    }
                });
                // That it cannot be reached says nothing about the domain.
                if (connection is null) return reached is ChannelAnswer.NotSent not ? not with { ProviderFailed = false } : reached;
            }

            var used = connection.IsUsed;
            // Once the content leaves it is not broken off: only the server can then say what became of it.
            using var limit = new CancellationTokenSource(_options.Timeout);
            try
            {
                var said = await connection.SendAsync(letter, leaves, limit.Token);
                return new ChannelAnswer.Sent(said.Length > 200 ? said[..200] : said);
            }
            catch (Exception failed) when (IsOfServer(failed))
            {
                // The server has closed an idle connection: nothing was begun, so a fresh one is
                // tried at once. One that hangs would hang again.
                if (used
                    && !connection.ContentBegan
                    && failed is not (SmtpCommandException { StatusCode: not SmtpStatusCode.ServiceNotAvailable }
                        or OperationCanceledException or TimeoutException))
                    continue;
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
        limit.CancelAfter(_options.Timeout);
        return await SmtpConnection.OpenAsync(_options, limit.Token);
    }

    private SmtpConnection? Reuse()
    {
        while (_idle.TryPop(out var connection))
        {
            if (connection.IsOpen && _clock.GetElapsedTime(connection.UsedAt) < KeptIdle) return connection;
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

        connection.UsedAt = _clock.GetTimestamp();
        PutAside(connection);
    }

    private void PutAside(SmtpConnection connection)
    {
        _idle.Push(connection);
        if (Interlocked.Exchange(ref _sweeping, 1) == 0) _sweep.Change(KeptIdle, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Closes what was not used of late; while anything is left open it looks again later, with nothing open it sleeps.</summary>
    private void CloseIdle()
    {
        Volatile.Write(ref _sweeping, 0);
        var kept = new List<SmtpConnection>();
        while (_idle.TryPop(out var connection))
        {
            if (_clock.GetElapsedTime(connection.UsedAt) < KeptIdle) kept.Add(connection);
            else _ = CloseAsync(connection);
        }

        kept.Reverse();
        foreach (var connection in kept) PutAside(connection);

        static async Task CloseAsync(SmtpConnection connection)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await connection.CloseAsync(soon.Token);
        }
    }
}
