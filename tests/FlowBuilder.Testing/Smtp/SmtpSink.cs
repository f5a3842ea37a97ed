using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace FlowBuilder.Testing.Smtp;

/// <summary>
/// A mail server for tests, on loopback: takes every message, keeps it, and misbehaves on demand. With a ledger file every message is
/// on disk there, one JSON line each, before the sender is answered; the file is only ever appended to.
/// </summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener;
#pragma warning disable CA2213 // Without a timer it holds nothing, and a second close asks it.
    private readonly CancellationTokenSource _stop = new();
#pragma warning restore CA2213
    private readonly ConcurrentQueue<(SmtpStage Stage, SmtpFault Fault)> _next = new();
    private readonly List<SmtpDelivery> _deliveries = [];
    private readonly FileStream? _ledger;
    private readonly Task _accepting;
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _connections;

    private SmtpSink(int port, string? ledger)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        if (ledger is not null) _ledger = new FileStream(ledger, FileMode.Append, FileAccess.Write, FileShare.Read);
        _accepting = AcceptAsync();
    }

    /// <summary>The port it listens on.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Decides at every stage of every connection; null lets it pass. <see cref="FailNext"/> is asked first.</summary>
    public Func<SmtpStage, SmtpEnvelope, SmtpFault?>? Misbehave { get; set; }

    /// <summary>Extensions told at EHLO.</summary>
    public IReadOnlyList<string> Extensions { get; set; } = ["PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE 10485760", "AUTH PLAIN"];

    /// <summary>Connections taken since the start.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Every message taken, in order.</summary>
    public IReadOnlyList<SmtpDelivery> Deliveries
    {
        get
        {
            lock (_deliveries) return [.. _deliveries];
        }
    }

    /// <summary>Begins to listen, on any free port or the one given.</summary>
    public static SmtpSink Start(int port = 0, string? ledger = null) => new(port, ledger);

    /// <summary>The next time a connection comes to a stage, this happens, once.</summary>
    public void FailNext(SmtpStage stage, SmtpFault fault) => _next.Enqueue((stage, fault));

    /// <summary>Waits until so many messages have been taken.</summary>
    public async Task<IReadOnlyList<SmtpDelivery>> WaitForAsync(int count, CancellationToken cancellation)
    {
        while (true)
        {
            var arrived = _arrived.Task;
            if (Deliveries is var all && all.Count >= count) return all;
            await arrived.WaitAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _ledger?.Dispose();
    }

    internal SmtpFault? FaultAt(SmtpStage stage, SmtpEnvelope envelope)
    {
        if (_next.TryPeek(out var next) && next.Stage == stage && _next.TryDequeue(out next)) return next.Fault;
        return Misbehave?.Invoke(stage, envelope);
    }

    internal void Take(SmtpDelivery delivery)
    {
        lock (_deliveries)
        {
            if (_ledger is not null)
            {
                var line = JsonSerializer.SerializeToUtf8Bytes(new
                {
                    at = delivery.At, from = delivery.From, to = delivery.To, messageId = delivery.Message.MessageId,
                    subject = delivery.Message.Subject
                });
                _ledger.Write([.. line, (byte)'\n']);
                _ledger.Flush(flushToDisk: true);
            }

            _deliveries.Add(delivery);
            Interlocked.Exchange(ref _arrived, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }

    private async Task AcceptAsync()
    {
        var sessions = new ConcurrentDictionary<Task, byte>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                var session = Task.Run(() => SmtpSession.RunAsync(this, client, _stop.Token));
                sessions[session] = 0;
                _ = session.ContinueWith(ended => sessions.TryRemove(ended, out _), TaskScheduler.Default);
            }
        }
        catch (Exception stopped) when (_stop.IsCancellationRequested
            && stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions.Keys);
        }
    }
}
