namespace FlowBuilder.Canvas.Link;

/// <summary>Numbers on their way to the browser: only changed ones, and while a tick is on its way the next gathers.</summary>
internal sealed class CountFeed
{
    /// <summary>Shorter than the pace at which owners usually bring numbers (four times a second):
    /// of two like paces, one would keep the other waiting.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, int> _sent = [];
    private readonly Dictionary<string, int> _waiting = [];
    private Func<Dictionary<string, int>, Task>? _send;
    private Task _pace = Task.CompletedTask;
    private bool _isSending;

    /// <summary>From now on there is somebody to send to.</summary>
    public Task StartAsync(Func<Dictionary<string, int>, Task> send)
    {
        _send = send;
        return SendAsync();
    }

    public void Stop() => _send = null;

    /// <summary>Notes the numbers. Nodes that are not named keep theirs.</summary>
    public Task SetAsync(IReadOnlyDictionary<string, int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        foreach (var (node, count) in counts)
        {
            if (_sent.GetValueOrDefault(node) == count) _waiting.Remove(node);
            else _waiting[node] = count;
        }

        return SendAsync();
    }

    private async Task SendAsync()
    {
        if (_isSending) return;
        _isSending = true;
        try
        {
            while (_waiting.Count > 0)
            {
                // Who brings a number waits before it, never after: the next one may come meanwhile.
                await _pace;
                if (_send is not { } send || _waiting.Count == 0) return;
                var changed = new Dictionary<string, int>(_waiting);
                _waiting.Clear();
                foreach (var (node, count) in changed) _sent[node] = count;
                _pace = Task.Delay(Tick);
                await send(changed);
            }
        }
        finally
        {
            _isSending = false;
        }
    }
}
