using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>
/// Which letter goes next over the connections of the one mail server all companies share. Letters wait in lanes of a company and a
/// recipients' domain, and lanes take turns. Two rules keep one from standing in the way of others:
/// <list type="bullet">
/// <item>One place in four (one at least, where there are two or more) is only given to a company that has none.</item>
/// <item>A lane earns its places: it begins with two, each letter answered quickly gives it one more, a slow one takes all but one.
/// So a domain the server hangs on holds one connection before long.</item>
/// </list>
/// </summary>
internal sealed class SmtpPlaces(int places, TimeProvider clock)
{
    /// <summary>Answered later than this a letter was slow.</summary>
    internal static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private const int AtFirst = 2;

    /// <summary>Lanes remembered although nothing waits in them; what a forgotten one had earned it earns again.</summary>
    private const int Remembered = 5_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(CompanyId Company, string Domain), Lane> _lanes = [];
    private readonly Dictionary<CompanyId, int> _busyOf = [];
    private readonly LinkedList<Lane> _turns = new();
    private int _busy;

    /// <summary>Places kept for companies that have none.</summary>
    private int Kept => places == 1 ? 0 : Math.Max(1, places / 4);

    /// <summary>Letters that have a place.</summary>
    internal int Busy
    {
        get
        {
            lock (_lock) return _busy;
        }
    }

    /// <summary>Waits for a place; <see cref="Leave"/> must follow.</summary>
    internal async Task<Place> EnterAsync(CompanyId company, string domain, CancellationToken cancellation)
    {
        LinkedListNode<TaskCompletionSource<Place>> waiting;
        lock (_lock)
        {
            if (!_lanes.TryGetValue((company, domain), out var lane))
            {
                if (_lanes.Count >= Remembered) Forget();
                _lanes[(company, domain)] = lane = new Lane(company);
            }

            if (lane.Waiting.Count == 0 && MayTake(lane)) return Take(lane);
            waiting = lane.Waiting.AddLast(new TaskCompletionSource<Place>(TaskCreationOptions.RunContinuationsAsynchronously));
            if (lane.Waiting.Count == 1) _turns.AddLast(lane);
        }

        await using var given = cancellation.UnsafeRegister(_ => GiveUp(waiting, cancellation), null);
        return await waiting.Value.Task;
    }

    /// <summary>Gives a place back, and it to whoever is next.</summary>
    internal void Leave(Place place)
    {
        lock (_lock)
        {
            var lane = place.Lane;
            lane.Earned = clock.GetElapsedTime(place.Since) > Slow ? 1 : Math.Min(places, lane.Earned + 1);
            lane.Busy--;
            _busy--;
            if (--_busyOf[lane.Company] == 0) _busyOf.Remove(lane.Company);
            GiveOut();
        }
    }

    private void GiveOut()
    {
        // A lane that was served stands at the end then, so that it is asked again in this round; one that may take nothing is passed over.
        for (var lane = _turns.First; lane is not null && _busy < places;)
        {
            if (!MayTake(lane.Value))
            {
                lane = lane.Next;
                continue;
            }

            var served = lane;
            var next = served.Value.Waiting.First!.Value;
            served.Value.Waiting.RemoveFirst();
            if (served.Value.Waiting.Count > 0) _turns.AddLast(served.Value);
            lane = served.Next;
            _turns.Remove(served);
            next.SetResult(Take(served.Value));
        }
    }

    private bool MayTake(Lane lane) =>
        lane.Busy < lane.Earned && _busy < places && (places - _busy > Kept || !_busyOf.ContainsKey(lane.Company));

    private Place Take(Lane lane)
    {
        lane.Busy++;
        _busy++;
        _busyOf[lane.Company] = _busyOf.GetValueOrDefault(lane.Company) + 1;
        return new Place(lane, clock.GetTimestamp());
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource<Place>> waiting, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (waiting.List is not { } queue) return;
            queue.Remove(waiting);
            if (queue.Count == 0 && _turns.FirstOrDefault(lane => ReferenceEquals(lane.Waiting, queue)) is { } lane) _turns.Remove(lane);
        }

        waiting.Value.TrySetCanceled(cancellation);
    }

    private void Forget()
    {
        foreach (var (key, _) in _lanes.Where(one => one.Value is { Busy: 0, Waiting.Count: 0 }).ToList()) _lanes.Remove(key);
    }

    /// <summary>Letters of one company to one domain.</summary>
    internal sealed class Lane(CompanyId company)
    {
        public CompanyId Company => company;

        public LinkedList<TaskCompletionSource<Place>> Waiting { get; } = new();

        public int Busy { get; set; }

        public int Earned { get; set; } = AtFirst;
    }

    /// <summary>A place taken.</summary>
    internal sealed record Place(Lane Lane, long Since);
}
