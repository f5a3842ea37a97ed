using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Messages;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Storage;

namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// What is due next in one partition. It alone reads the tables for that, hands out what they say, clears it and reads again; nobody
/// else sets its fields. The tables are the truth; all it holds are hints.
/// <para>
/// It has three hands, each on a clock of its own: <i>work</i> (runs, moments, reviews) and <i>messages</i> on the product clock,
/// <i>retries</i> on the system clock. A hand points at an instant or at nothing. It moves in four ways:
/// <list type="number">
/// <item>A commit that makes something due earlier moves it earlier (<see cref="Note(CompanyId, CustomerId, Change, DateTimeOffset)"/>). Nothing moves it later on a guess: a
/// run that was stopped or moved leaves it early, which costs one look.</item>
/// <item>When a hand's instant has come the tables are read and what is due is handed out. The hand is then <i>used</i>: it says nothing more.</item>
/// <item>When all that was handed out has had its turn (<see cref="Settle"/>) used hands are read anew. If that moved something, from the beginning: what was left over
/// for lack of room is due at once.</item>
/// <item>If it moved nothing, what lay at or before the instant looked at cannot be moved now; the hand is read from behind that instant. So an empty
/// look is never followed by another one at once, whatever the tables hold.</item>
/// </list>
/// Every half minute the pump rests it looks at everything again (<see cref="Restart"/>): a hint that was lost costs no more than that.
/// </para>
/// <para>Runs that go on at once are remembered besides, so that they need no look; more than fit are found through the tables.</para>
/// </summary>
internal sealed class Agenda(int partition, IEngineStore store)
{
    /// <summary>Runs remembered here at most.</summary>
    private const int Remembered = 10_000;

    private readonly Queue<DueItem> _ready = new();
    private NextDue _next;

    /// <summary>Instants up to which used hands have handed out what they had; null for a hand that was not used in this round.</summary>
    private NextDue _used;

    private bool _moved;

    /// <summary>Runs that can go on at once.</summary>
    public int Ready => _ready.Count;

    /// <summary>Forgets everything and asks the tables.</summary>
    public void Restart()
    {
        _ready.Clear();
        LookAgain();
    }

    /// <summary>Asks the tables anew, from the beginning: they were changed by others.</summary>
    public void LookAgain()
    {
        _used = default;
        _moved = false;
        _next = store.ReadNextDue(partition);
    }

    /// <summary>Hands out the runs that can go on at once.</summary>
    public bool TryTakeReady(out DueItem item) => _ready.TryDequeue(out item);

    /// <summary>A run that could not go on yet: its customer has had a turn in this batch.</summary>
    public void PutBack(DueItem item) => _ready.Enqueue(item);

    /// <summary>
    /// Hands out runs, moments and reviews that are due; reads nothing while none can be. Where one company has more due than fits, some of the others' is
    /// handed out beside it.
    /// </summary>
    public IReadOnlyList<DueItem> TakeWork(DateTimeOffset now, int limit)
    {
        if (!(_next.Work <= now)) return [];
        _used = _used with { Work = now };
        var due = store.ReadDue(partition, now, limit);
        return due.Count < limit ? due : [.. due, .. OfOthers(due, now, limit)];
    }

    private IEnumerable<DueItem> OfOthers(IReadOnlyList<DueItem> due, DateTimeOffset now, int limit)
    {
        var crowd = due.CountBy(item => item.Company).MaxBy(company => company.Value).Key;
        var read = due.ToHashSet();
        return store.ReadDue(partition, now, limit, crowd).Where(item => !read.Contains(item));
    }

    /// <summary>Hands out messages that may go; reads nothing while none can.</summary>
    public IReadOnlyList<DueItem> TakeMessages(DateTimeOffset now, DateTimeOffset systemNow, int limit)
    {
        if (limit <= 0 || !(_next.Message <= now || _next.Retry <= systemNow)) return [];
        _used = _used with { Message = now, Retry = systemNow };
        return store.ReadDueMessages(partition, now, systemNow, limit);
    }

    /// <summary>Ends a round: used hands are set anew.</summary>
    /// <param name="moved">Whether the round changed anything; if no round since the look has, what was handed out cannot be moved now and is passed over.</param>
    /// <param name="allTaken">Whether everything that was handed out has had its turn; until then the hands stay as they are.</param>
    public void Settle(bool moved, bool allTaken)
    {
        if (_used == default) return;
        _moved |= moved;
        if (!allTaken) return;
        var found = store.ReadNextDue(partition, _moved ? default : _used);
        _moved = false;
        _next = new NextDue(
            _used.Work is null ? _next.Work : found.Work,
            _used.Message is null ? _next.Message : found.Message,
            _used.Retry is null ? _next.Retry : found.Retry);
        _used = default;
    }

    /// <summary>Whether all work that was due at an instant has been begun.</summary>
    public bool IsPast(DateTimeOffset instant) => _next.Work is null || _next.Work > instant;

    /// <summary>How long nothing is due, at most <paramref name="atMost"/>; zero: something is. Reads nothing.</summary>
    /// <param name="roomForMessages">Without room messages do not count: the answer that makes room wakes the pump.</param>
    public TimeSpan Until(DateTimeOffset now, DateTimeOffset systemNow, bool roomForMessages, TimeSpan atMost)
    {
        if (_ready.Count > 0) return TimeSpan.Zero;
        var wait = atMost;
        Shorten(_next.Work, now);
        if (!roomForMessages) return wait;
        Shorten(_next.Message, now);
        Shorten(_next.Retry, systemNow);
        return wait;

        void Shorten(DateTimeOffset? due, DateTimeOffset clock)
        {
            // Rounded up to the timer's own millisecond: never woken just before the due time, only to wait again.
            if (due is { } at && at - clock < wait) wait = at <= clock ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling((at - clock).TotalMilliseconds));
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
                Note(added);
                break;
            case Change.MessageChanged { Message: var changed }:
                Note(changed);
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

    private void Note(Message message)
    {
        if (message.State != MessageState.Waiting) return;
        if (message.RetryAt is { } retry) _next = _next with { Retry = Earlier(_next.Retry, retry) };
        else if (message.DueAt is { } due) _next = _next with { Message = Earlier(_next.Message, due) };
    }

    private void NoteWork(DateTimeOffset at) => _next = _next with { Work = Earlier(_next.Work, at) };

    private static DateTimeOffset Earlier(DateTimeOffset? a, DateTimeOffset b) => a < b ? a.Value : b;
}
