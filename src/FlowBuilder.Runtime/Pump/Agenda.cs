using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Messages;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Storage;

namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// When a partition must look at what: runs that go on at once, and the next instants at which the tables hold something due.
/// Only a hint; the tables are the truth, and a forgotten entry is found by the next look.
/// </summary>
internal sealed class Agenda(int partition, IEngineStore store)
{
    /// <summary>Runs remembered here at most; more are found through the table.</summary>
    private const int Remembered = 10_000;

    private readonly Queue<DueItem> _ready = new();
    private bool _overflowed;
    private NextDue _next;

    /// <summary>Runs that can go on at once.</summary>
    public int Ready => _ready.Count;

    /// <summary>Forgets everything and asks the tables.</summary>
    public void Restart()
    {
        _ready.Clear();
        _overflowed = false;
        LookAgain();
    }

    /// <summary>Asks the tables when something falls due next.</summary>
    public void LookAgain() => _next = store.ReadNextDue(partition);

    /// <summary>More was due than could be read: look again at once.</summary>
    public void LookAtOnce(DateTimeOffset now) => _next = _next with { Work = now };

    public DueItem TakeReady() => _ready.Dequeue();

    public void PutBack(DueItem item) => _ready.Enqueue(item);

    public bool WorkIsDue(DateTimeOffset now) => _overflowed || _next.Work <= now;

    public bool MessagesAreDue(DateTimeOffset now, DateTimeOffset systemNow) => _next.Message <= now || _next.Retry <= systemNow;

    /// <summary>What is due is being read from the tables.</summary>
    public void WorkRead() => _overflowed = false;

    /// <summary>Whether all work that was due at an instant has been begun.</summary>
    public bool IsPast(DateTimeOffset instant) => _next.Work is null || _next.Work > instant;

    /// <summary>How long nothing is due, at most <paramref name="atMost"/>.</summary>
    public TimeSpan Until(DateTimeOffset now, DateTimeOffset systemNow, bool roomForMessages, TimeSpan atMost)
    {
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
                _next = _next with { Work = Earlier(_next.Work, moment.At) };
                break;
            case Change.ReviewOpened { Review.LookAt: { } look }:
                _next = _next with { Work = Earlier(_next.Work, look) };
                break;
            case Change.ReviewChanged { Review.LookAt: { } look }:
                _next = _next with { Work = Earlier(_next.Work, look) };
                break;
        }
    }

    private void Note(CompanyId company, CustomerId customer, Enrollment run, DateTimeOffset now)
    {
        if (run.LookAt is not { } at) return;
        if (at > now) _next = _next with { Work = Earlier(_next.Work, at) };
        else if (_ready.Count < Remembered) _ready.Enqueue(new DueItem(company, customer, new TurnInput.Due(run.Id), at));
        else _overflowed = true;
    }

    private void Note(Message message)
    {
        if (message.State != MessageState.Waiting) return;
        if (message.RetryAt is { } retry) _next = _next with { Retry = Earlier(_next.Retry, retry) };
        else if (message.DueAt is { } due) _next = _next with { Message = Earlier(_next.Message, due) };
    }

    private static DateTimeOffset Earlier(DateTimeOffset? a, DateTimeOffset b) => a < b ? a.Value : b;
}
