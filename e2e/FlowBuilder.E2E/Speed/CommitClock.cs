using FlowBuilder.Application.Live;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.E2E.Speed;

/// <summary>
/// Notes when each customer's entry was committed, before anybody is told of it. Asks the feed at that moment what it has told so far: only
/// a later message counts as news of this commit, never one that happened to be on its way.
/// </summary>
internal sealed class CommitClock : IProgressListener
{
    private readonly Lock _gate = new();
    private readonly List<CommitMark> _marks = [];
    private SequenceId _sequence;
    private LiveWatcher? _counts;
    private LiveWatcher? _activity;
    private CommitMark _last = new(default, 0, 0, 0);

    /// <summary>Begins anew for one sequence; before anything happens in it, so that versions are
    /// those of everybody who watches from now on.</summary>
    public void Begin(LiveFeed feed, CompanyId company, SequenceId sequence)
    {
        ArgumentNullException.ThrowIfNull(feed);
        lock (_gate)
        {
            _counts?.Dispose();
            _activity?.Dispose();
            (_counts, _activity) = (feed.Subscribe(LiveTopic.Counts(company, sequence)), feed.Subscribe(LiveTopic.Activity(company)));
            (_sequence, _last) = (sequence, new CommitMark(default, 0, 0, 0));
            _marks.Clear();
        }
    }

    /// <summary>The commits since <see cref="Begin"/>.</summary>
    public IReadOnlyList<CommitMark> Marks
    {
        get
        {
            lock (_gate) return [.. _marks];
        }
    }

    public void Committed(TurnBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        lock (_gate)
        {
            var now = TimeProvider.System.GetUtcNow();
            var entered = batch.Customers.Sum(
                customer => customer.Changes.Count(
                    change => change is Change.EnrollmentOpened { Enrollment: var run } && run.Sequence == _sequence));
            if (entered == 0) return;
            _last = new CommitMark(now, _last.Entered + entered, Told(_counts, _last.CountsTold), Told(_activity, _last.ActivityTold));
            _marks.Add(_last);
        }
    }

    private static long Told(LiveWatcher? watcher, long before)
    {
        while (watcher is not null && watcher.Changes.TryRead(out var version)) before = version;
        return before;
    }
}

/// <summary>A commit in which customers entered.</summary>
/// <param name="At">When.</param>
/// <param name="Entered">How many have entered with it, since the beginning.</param>
/// <param name="CountsTold">What watchers of the numbers had been told by then.</param>
/// <param name="ActivityTold">What watchers of the runs had been told by then.</param>
internal sealed record CommitMark(DateTimeOffset At, int Entered, long CountsTold, long ActivityTold);
