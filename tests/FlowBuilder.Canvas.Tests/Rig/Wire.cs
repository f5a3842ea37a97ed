using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace FlowBuilder.Canvas.Tests.Rig;

/// <summary>A wire between browser and program that is as long as wanted, and can be cut.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _ends = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Task _accepting;
    private volatile bool _isCut;
    private volatile bool _isMute;

    private Wire(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What each direction takes.</summary>
    public TimeSpan Delay { get; set; }

    public static Wire To(int target) => new(target);

    /// <summary>Breaks every connection off and takes no new one.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var end in _ends.Keys) end.Close();
    }

    /// <summary>From now on what the program says is lost, while what the browser says arrives.</summary>
    public void Mute() => _isMute = true;

    public void Mend() => (_isCut, _isMute) = (false, false);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        foreach (var end in _ends.Keys) end.Close();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptTcpClientAsync(_stop.Token);
                if (_isCut) near.Close();
                else _ = JoinAsync(near);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task JoinAsync(TcpClient near)
    {
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        _ends[near] = _ends[far] = 0;
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
            await Task.WhenAny(CarryAsync(near, far, () => false), CarryAsync(far, near, () => _isMute));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Cut.
        }
        finally
        {
            near.Close();
            _ends.TryRemove(near, out _);
            _ends.TryRemove(far, out _);
        }
    }

    private async Task CarryAsync(TcpClient from, TcpClient to, Func<bool> isLost)
    {
        var way = Channel.CreateUnbounded<(long Due, byte[] Bytes)>();
        var writing = WriteAsync();
        try
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await from.GetStream().ReadAsync(buffer, _stop.Token)) > 0;)
                if (!isLost())
                    way.Writer.TryWrite((Stopwatch.GetTimestamp() + (long)(Delay.TotalSeconds * Stopwatch.Frequency), buffer[..read]));
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or ObjectDisposedException
            or InvalidOperationException)
        {
            // Cut, or closed by the browser.
        }

        way.Writer.TryComplete();
        await writing;

        async Task WriteAsync()
        {
            try
            {
                await foreach (var (due, bytes) in way.Reader.ReadAllAsync(_stop.Token))
                {
                    var wait = due - Stopwatch.GetTimestamp();
                    if (wait > 0) await Task.Delay(TimeSpan.FromSeconds((double)wait / Stopwatch.Frequency), _stop.Token);
                    await to.GetStream().WriteAsync(bytes, _stop.Token);
                }
            }
            catch (Exception over) when (over is OperationCanceledException or IOException or ObjectDisposedException
                or InvalidOperationException)
            {
                from.Close();
            }
        }
    }
}
