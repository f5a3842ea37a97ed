using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// The part of the <see cref="DueIndex"/> that is about messages: two hands for each lane in which something waits, one on the product
/// clock (put off until then) and one on the system clock (retries). Its hands move as those of the index do. A lane without a free place
/// is passed over as if nothing in it were due: the answer that makes a place wakes the pump. Lanes
/// that have one take turns, each with an equal share.
/// </summary>
internal sealed class LaneHands(int partition, IOutboxStore store)
{
    private readonly Dictionary<SendingLane, Hands> _lanes = [];
    private readonly List<SendingLane> _used = [];
    private int _turn;

    /// <summary>Whether messages were handed out since the hands were set.</summary>
    public bool AreUsed => _used.Count > 0;

    /// <summary>Asks the tables anew, from the beginning.</summary>
    public async ValueTask ReloadAsync()
    {
        _used.Clear();
        _lanes.Clear();
        foreach (var lane in await store.ReadLanesAsync(partition, CancellationToken.None))
            _lanes[lane.Lane] = new Hands(lane.Due, lane.Retry, null, null);
    }

    /// <summary>Notes a message that a commit has left waiting.</summary>
    public void Note(CompanyId company, Message message)
    {
        var lane = new SendingLane(company, message.Channel);
        var hands = _lanes.GetValueOrDefault(lane);
        if (message.RetryAt is { } retry) _lanes[lane] = hands with { Retry = Earlier(hands.Retry, retry) };
        else if (message.DueAt is { } due) _lanes[lane] = hands with { Due = Earlier(hands.Due, due) };
    }

    /// <summary>Hands out messages that may go and have a place; reads nothing of lanes that have none.</summary>
    /// <param name="now">Product clock.</param>
    /// <param name="systemNow">System clock.</param>
    /// <param name="room">Places of a lane.</param>
    /// <param name="limit">Messages at most.</param>
    public async ValueTask<IReadOnlyList<DueItem>> TakeAsync(
        DateTimeOffset now, DateTimeOffset systemNow, Func<SendingLane, int> room, int limit)
    {
        if (limit <= 0) return [];
        var ready = _lanes.Where(lane => (lane.Value.Due <= now || lane.Value.Retry <= systemNow) && room(lane.Key) > 0)
            .Select(lane => lane.Key)
            .Order(SendingOrder.Instance).ToList();
        if (ready.Count == 0) return [];
        // Where there are more lanes than messages fit into a batch the next batch begins behind the last lane of this one.
        var share = Math.Max(1, limit / ready.Count);
        var first = _turn++ * (limit / share) % ready.Count;
        var due = new List<DueItem>();
        for (var index = 0; index < ready.Count && due.Count < limit; index++)
        {
            var lane = ready[(first + index) % ready.Count];
            due.AddRange(
                await store.ReadDueMessagesAsync(
                    partition, lane, now, systemNow, Math.Min(room(lane), Math.Min(share, limit - due.Count)), CancellationToken.None));
            _lanes[lane] = _lanes[lane] with { UsedDue = now, UsedRetry = systemNow };
            _used.Add(lane);
        }

        return due;
    }

    /// <summary>Ends a round: used hands are set anew, from the beginning if the round moved
    /// something, else behind what was looked at.</summary>
    public async ValueTask SettleAsync(bool moved)
    {
        foreach (var lane in _used)
        {
            var hands = _lanes[lane];
            var found = await store.ReadLaneAsync(
                partition, moved ? new LaneDue(lane, null, null) : new LaneDue(lane, hands.UsedDue, hands.UsedRetry),
                CancellationToken.None);
            if (found is { Due: null, Retry: null }) _lanes.Remove(lane);
            else _lanes[lane] = new Hands(found.Due, found.Retry, null, null);
        }

        _used.Clear();
    }

    /// <summary>Tells of each lane that has a place when its next message may go.</summary>
    /// <param name="room">Places of a lane.</param>
    /// <param name="due">Told the instant of the product clock, then that of the system clock.</param>
    public void Next(Func<SendingLane, int> room, Action<DateTimeOffset?, DateTimeOffset?> due)
    {
        foreach (var (lane, hands) in _lanes)
            if (room(lane) > 0) due(hands.Due, hands.Retry);
    }

    private static DateTimeOffset Earlier(DateTimeOffset? a, DateTimeOffset b) => a < b ? a.Value : b;

    private readonly record struct Hands(DateTimeOffset? Due, DateTimeOffset? Retry, DateTimeOffset? UsedDue, DateTimeOffset? UsedRetry);

    /// <summary>A lasting order, so that turns go round.</summary>
    private sealed class SendingOrder : IComparer<SendingLane>
    {
        public static SendingOrder Instance { get; } = new();

        public int Compare(SendingLane x, SendingLane y) => (x.Company.Value, x.Channel).CompareTo((y.Company.Value, y.Channel));
    }
}
