using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// What waits for a turn in one partition, a lane for each company, and whose turn it is: the company that has used the least time of those
/// that have something waiting. A company that was idle begins where the one stands that was served last (start-time fair queuing): it
/// saves nothing up while it is idle, and owes nothing for the time that it worked alone. Within a
/// lane questions and answers come first, then events in order, then what is due.
/// </summary>
internal sealed class CompanyLanes
{
    private readonly Dictionary<CompanyId, Lane> _lanes = [];
    private readonly List<Lane> _busy = [];
    private long _servedAt;

    /// <summary>Events held.</summary>
    public int Events { get; private set; }

    /// <summary>Things held that were due in the tables: while there are any the tables are not asked again.</summary>
    public int Due { get; private set; }

    public bool IsEmpty => _busy.Count == 0;

    /// <summary>Whether a question or answer waits.</summary>
    public bool HasAsked => _busy.Exists(static lane => lane.Asked.Count > 0);

    /// <summary>Position of the oldest event held; null when none is.</summary>
    public long? FirstEvent
    {
        get
        {
            long? first = null;
            foreach (var lane in _busy)
                if (lane.Events.TryPeek(out var stored) && !(first < stored.Event!.Seq)) first = stored.Event!.Seq;
            return first;
        }
    }

    public Lane Of(CompanyId company)
    {
        if (!_lanes.TryGetValue(company, out var lane)) _lanes.Add(company, lane = new Lane());
        return lane;
    }

    public void Add(in PartitionQueue.Asked asked)
    {
        var lane = Of(asked.Company);
        lane.Asked.Enqueue(asked);
        Wake(lane);
    }

    /// <summary>Events of a lane are added in order; one that was read before is passed over.</summary>
    public void Add(StoredEvent stored)
    {
        var lane = Of(stored.Company);
        if (stored.Event!.Seq <= lane.ReadThrough) return;
        lane.ReadThrough = stored.Event.Seq;
        lane.Events.Enqueue(stored);
        Events++;
        Wake(lane);
    }

    public void Add(DueItem item)
    {
        var lane = Of(item.Company);
        lane.Due.Enqueue(item);
        Due++;
        Wake(lane);
    }

    /// <summary>The lane that goes next; null when nothing waits.</summary>
    public Lane? Next()
    {
        Lane? next = null;
        for (var i = _busy.Count - 1; i >= 0; i--)
        {
            var lane = _busy[i];
            if (lane.IsEmpty)
            {
                lane.IsBusy = false;
                _busy.RemoveAt(i);
            }
            else if (next is null || lane.Used <= next.Used)
            {
                next = lane;
            }
        }

        if (next is not null) _servedAt = Math.Max(_servedAt, next.Used);
        return next;
    }

    public StoredEvent TakeEvent(Lane lane)
    {
        Events--;
        return lane.Events.Dequeue();
    }

    /// <summary>Takes what has come of one customer, in order, up to an alias: it stays, for it needs a commit of its own.</summary>
    public List<StoredEvent> TakeEventsOf(Lane lane, CustomerId customer)
    {
        var taken = new List<StoredEvent>();
        var mayTake = true;
        for (var left = lane.Events.Count; left > 0; left--)
        {
            var stored = lane.Events.Dequeue();
            mayTake &= stored.Customer != customer || stored.Merges is null;
            if (mayTake && stored.Customer == customer) taken.Add(stored);
            else lane.Events.Enqueue(stored);
        }

        Events -= taken.Count;
        return taken;
    }

    public DueItem TakeDue(Lane lane)
    {
        Due--;
        return lane.Due.Dequeue();
    }

    /// <summary>The next question or answer of any company.</summary>
    public bool TryTakeAsked(out PartitionQueue.Asked asked)
    {
        foreach (var lane in _busy)
            if (lane.Asked.TryDequeue(out asked)) return true;
        asked = default;
        return false;
    }

    /// <summary>Forgets events and what is due: the tables hold them. Questions stay.</summary>
    public void Forget()
    {
        foreach (var lane in _lanes.Values)
        {
            lane.Events.Clear();
            lane.Due.Clear();
            lane.ReadThrough = 0;
        }

        Events = Due = 0;
    }

    private void Wake(Lane lane)
    {
        if (lane.IsBusy) return;
        lane.IsBusy = true;
        lane.Used = Math.Max(lane.Used, _servedAt);
        _busy.Add(lane);
    }

    /// <summary>What waits of one company.</summary>
    internal sealed class Lane
    {
        public Queue<PartitionQueue.Asked> Asked { get; } = new();

        public Queue<StoredEvent> Events { get; } = new();

        public Queue<DueItem> Due { get; } = new();

        /// <summary>Position up to which the company's events have been read.</summary>
        public long ReadThrough { get; set; }

        /// <summary>Time used so far, in ticks of the system clock.</summary>
        public long Used { get; set; }

        public bool IsBusy { get; set; }

        public int Waiting => Asked.Count + Events.Count + Due.Count;

        public bool IsEmpty => Waiting == 0;
    }
}
