namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// How many messages one partition may have handed to channels at once. A crash makes each of them <i>unknown</i>, so the room starts
/// small and grows only while the providers answer quickly: it doubles when a full room was answered within 200 ms, and
/// halves when that took more than a second.
/// </summary>
internal sealed class SendingRoom(TimeProvider clock)
{
    private const int Smallest = 8;
    private const int Largest = 1024;
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private int _limit = 16;
    private int _inFlight;
    private int _answeredInWindow;
    private long _windowBegan = clock.GetTimestamp();

    public int InFlight
    {
        get
        {
            lock (_lock) return _inFlight;
        }
    }

    /// <summary>Places free now.</summary>
    public int Free
    {
        get
        {
            lock (_lock) return Math.Max(0, _limit - _inFlight);
        }
    }

    public void Enter()
    {
        lock (_lock) _inFlight++;
    }

    /// <summary>A channel has answered.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _inFlight--;
            if (++_answeredInWindow < _limit) return;
            var took = clock.GetElapsedTime(_windowBegan);
            if (took < Quick) _limit = Math.Min(Largest, _limit * 2);
            else if (took > Slow) _limit = Math.Max(Smallest, _limit / 2);
            _answeredInWindow = 0;
            _windowBegan = clock.GetTimestamp();
        }
    }
}
