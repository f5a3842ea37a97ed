using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// What is due next in one partition. It alone reads the tables for that, hands out what they say, clears it and reads again; nobody
/// else sets its fields. The tables are the truth; all it holds are hints.
/// <para>
/// It has a hand for <i>work</i> (runs, moments, reviews) on the product clock, and two for each lane of messages
/// (<see cref="LaneHands"/>). A hand points at an instant or at nothing. It moves in four ways:
/// <list type="number">
/// <item>A commit that makes something due earlier moves it earlier (<see cref="Note(CompanyId, CustomerId, Change, DateTimeOffset)"/>).
/// Nothing moves it later on a guess: a run that was stopped or moved leaves it early, which costs one look.</item>
/// <item>When a hand's instant has come the tables are read and what is due is handed out. The hand
/// is then <i>used</i>: it says nothing more.</item>
/// <item>When all that was handed out has had its turn (<see cref="SettleAsync"/>) used hands are read anew. If that moved something, from
/// the beginning: what was left over for lack of room is due at once.</item>
/// <item>If it moved nothing, what lay at or before the instant looked at cannot be moved now; the hand is read from behind that instant.
/// So an empty look is never followed by another one at once, whatever the tables hold.</item>
/// </list>
/// Every half minute the pump rests it looks at everything again (<see cref="ReloadAsync"/>): a hint that was lost costs no more than that.
/// </para>
/// <para>Runs that go on at once are remembered besides, so that they need no look; more than fit are found through the tables.</para>
/// </summary>
internal sealed class DueIndex(int partition, IDueStore store, IOutboxStore outbox)
{
    /// <summary>Runs remembered here at most.</summary>
    private const int Remembered = 10_000;

    private readonly Queue<DueItem> _ready = new();
    private readonly LaneHands _messages = new(partition, outbox);
    private DateTimeOffset? _work;

    /// <summary>The instant up to which the hand of work has handed out what there was; null: it was not used in this round.</summary>
    private DateTimeOffset? _used;

    private bool _moved;

    /// <summary>Forgets everything and asks the tables.</summary>
    public ValueTask RestartAsync()
    {
        _ready.Clear();
        return ReloadAsync();
    }

    /// <summary>Asks the tables anew, from the beginning: they were changed by others.</summary>
    public async ValueTask ReloadAsync()
    {
        _used = null;
        _moved = false;
        _work = await store.ReadNextWorkAsync(partition, null, CancellationToken.None);
        await _messages.ReloadAsync();
    }

    /// <summary>Hands out the runs that can go on at once.</summary>
    public bool TryTakeReady(out DueItem item) => _ready.TryDequeue(out item);

    /// <summary>
    /// Hands out runs, moments and reviews that are due; reads nothing while none can be. Where one company has more due than fits, some of
    /// the others' is handed out beside it.
    /// </summary>
    public async ValueTask<IReadOnlyList<DueItem>> TakeWorkAsync(DateTimeOffset now, int limit)
    {
        if (!(_work <= now)) return [];
        _used = now;
        var due = await store.ReadDueAsync(partition, now, limit, null, CancellationToken.None);
        return due.Count < limit ? due : [.. due, .. await OfOthersAsync(due, now, limit)];
    }

    private async ValueTask<IEnumerable<DueItem>> OfOthersAsync(IReadOnlyList<DueItem> due, DateTimeOffset now, int limit)
    {
        var crowd = due.CountBy(item => item.Company).MaxBy(company => company.Value).Key;
        var read = due.ToHashSet();
        return (await store.ReadDueAsync(partition, now, limit, crowd, CancellationToken.None)).Where(item => !read.Contains(item));
    }

    /// <summary>Hands out messages that may go and have a place in their lane; reads nothing while none can.</summary>
    public ValueTask<IReadOnlyList<DueItem>> TakeMessagesAsync(
        DateTimeOffset now, DateTimeOffset systemNow, Func<SendingLane, int> room, int limit) =>
        _messages.TakeAsync(now, systemNow, room, limit);

    /// <summary>Ends a round: used hands are set anew.</summary>
    /// <param name="moved">Whether the round changed anything; if no round since the look has, what
    /// was handed out cannot be moved now and is passed over.</param>
    /// <param name="allTaken">Whether everything that was handed out has had its turn; until then the hands stay as they are.</param>
    public async ValueTask SettleAsync(bool moved, bool allTaken)
    {
        if (_used is null && !_messages.AreUsed) return;
        _moved |= moved;
        if (!allTaken) return;
        await _messages.SettleAsync(_moved);
        if (_used is not null) _work = await store.ReadNextWorkAsync(partition, _moved ? null : _used, CancellationToken.None);
        _moved = false;
        _used = null;
    }

    /// <summary>Whether all work that was due at an instant has been begun.</summary>
    public bool IsPast(DateTimeOffset instant) => _work is null || _work > instant;

    /// <summary>How long nothing is due, at most <paramref name="atMost"/>; zero: something is. Reads nothing.</summary>
    /// <param name="room">Places of a lane. The messages of one without a place do not count: the
    /// answer that makes a place wakes the pump.</param>
    public TimeSpan Until(DateTimeOffset now, DateTimeOffset systemNow, Func<SendingLane, int> room, TimeSpan atMost)
    {
        if (_ready.Count > 0) return TimeSpan.Zero;
        var wait = atMost;
        Shorten(_work, now);
        _messages.Next(room, (due, retry) =>
        {
            Shorten(due, now);
            Shorten(retry, systemNow);
        });
        return wait;

        void Shorten(DateTimeOffset? due, DateTimeOffset clock)
        {
            // Rounded up to the timer's own millisecond: never woken just before the due time, only to wait again.
            if (due is { } at && at - clock < wait)
                wait = at <= clock ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling((at - clock).TotalMilliseconds));
        }
    }

    /// <summary>Notes what a committed change makes due.</summary>
    public void Note(CompanyId company, CustomerId customer, Change change, DateTimeOffset now)
    {
        switch (change)
        {
            case Change.EnrollmentOpened { Enrollment: var opened }:
                Note(company, customer, opened, now);
                break;
            case Change.EnrollmentChanged { Enrollment: var changed }:
                Note(company, customer, changed, now);
                break;
            case Change.MessageAdded { Message: var added }:
                if (added.State == MessageState.Waiting) _messages.Note(company, added);
                break;
            case Change.MessageChanged { Message: var changed }:
                if (changed.State == MessageState.Waiting) _messages.Note(company, changed);
                break;
            case Change.MomentAdded { Moment: var moment }:
                NoteWork(moment.At);
                break;
            case Change.ReviewOpened { Review.LookAt: { } look }:
                NoteWork(look);
                break;
            case Change.ReviewChanged { Review.LookAt: { } look }:
                NoteWork(look);
                break;
        }
    }

    private void Note(CompanyId company, CustomerId customer, Enrollment run, DateTimeOffset now)
    {
        if (run.LookAt is not { } at) return;
        if (at > now || _ready.Count >= Remembered) NoteWork(at);
        else _ready.Enqueue(new DueItem(company, customer, new TurnInput.Due(run.Id), at));
    }

    private void NoteWork(DateTimeOffset at) => _work = _work < at ? _work : at;
}
