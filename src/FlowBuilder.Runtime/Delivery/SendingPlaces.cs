using FlowBuilder.Storage.Ports;


namespace FlowBuilder.Runtime.Delivery;

/// <summary>
/// The places of one partition for messages that are with their channels, lane by lane: a lane that is full never takes a place of another.
/// </summary>
internal sealed class SendingPlaces(TimeProvider clock)
{
    /// <summary>With more than this under way a lane gets no more than <see cref="WhenCrowded"/>,
    /// so that a thousand hanging lanes still leave a place to the next one.</summary>
    internal const int Crowd = 512;

    internal const int WhenCrowded = 2;

    private readonly Lock _lock = new();
    private readonly Dictionary<SendingLane, SendWindow> _lanes = [];
    private int _underWay;

    /// <summary>Messages under way over all lanes.</summary>
    public int UnderWay
    {
        get
        {
            lock (_lock) return _underWay;
        }
    }

    /// <summary>Places a lane has left.</summary>
    public int Free(SendingLane lane)
    {
        lock (_lock)
        {
            var room = Room(lane);
            return _underWay < Crowd ? room.Free : Math.Min(room.Free, Math.Max(0, WhenCrowded - room.InFlight));
        }
    }

    /// <summary>A message is handed over.</summary>
    public void Enter(SendingLane lane)
    {
        lock (_lock)
        {
            Room(lane).Enter();
            _underWay++;
        }
    }

    /// <summary>Its channel has answered.</summary>
    public void Leave(SendingLane lane)
    {
        lock (_lock)
        {
            Room(lane).Leave();
            _underWay--;
        }
    }

    private SendWindow Room(SendingLane lane) => _lanes.TryGetValue(lane, out var room) ? room : _lanes[lane] = new SendWindow(clock);
}
