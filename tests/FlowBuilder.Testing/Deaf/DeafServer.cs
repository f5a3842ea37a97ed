using System.Net;
using System.Net.Sockets;

namespace FlowBuilder.Testing.Deaf;

/// <summary>A server on loopback that takes every connection and never says a word, whatever it is told.</summary>
public sealed class DeafServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _callers = [];
    private readonly Task _accepting;
    private TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DeafServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The port it listens on.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections taken since the start.</summary>
    public int Taken
    {
        get
        {
            lock (_callers) return _callers.Count;
        }
    }

    /// <summary>Begins to listen on a free port.</summary>
    public static DeafServer Start() => new();

    /// <summary>Waits until so many connections have been taken.</summary>
    public async Task WaitForAsync(int count, CancellationToken cancellation)
    {
        while (true)
        {
            var came = _came.Task;
            if (Taken >= count) return;
            await came.WaitAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        foreach (var caller in _callers) caller.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var caller = await _listener.AcceptTcpClientAsync();
                lock (_callers) _callers.Add(caller);
                Interlocked.Exchange(ref _came, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // It no longer listens.
        }
    }
}
