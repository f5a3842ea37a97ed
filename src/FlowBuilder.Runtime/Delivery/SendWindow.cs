namespace FlowBuilder.Runtime.Delivery;

/// <summary>
/// How many messages of one lane may be with their channel at once. What is there can no longer be stopped, so the room starts
/// small and grows only while the provider answers quickly: it doubles when a full room was answered within 200 ms, and
/// halves when that took more than a second. Not safe for several threads: its owner locks.
/// </summary>
internal sealed class SendWindow(TimeProvider clock)
{
    private const int Smallest = 8;
    private const int Largest = 256;
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private int _limit = 16;
    private int _inFlight;
    private int _answeredInWindow;
    private long _windowBegan = clock.GetTimestamp();

    public int InFlight => _inFlight;

    /// <summary>Places free now.</summary>
    public int Free => Math.Max(0, _limit - _inFlight);

    public void Enter() => _inFlight++;

    /// <summary>A channel has answered.</summary>
    public void Leave()
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
