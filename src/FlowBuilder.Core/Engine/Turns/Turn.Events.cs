using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Engine.Turns;

/// <content>Events: the one from outside, and those of our own that it leads to, in order, all within this turn.</content>
internal sealed partial class Turn
{
    /// <summary>Newest happenings kept per customer.</summary>
    public const int MostHappenings = 1000;

    /// <summary>The highest position taken so far.</summary>
    public long LastSeq { get; private set; } = state.LastSeq;

    /// <summary>Whether an event was worked off, so that whatever depends on facts must be looked at again.</summary>
    public bool FactsMoved { get; private set; }

    /// <summary>An event of our own that nothing stands behind but what has just been done to the customer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="origin">The event it follows from, or null when a person or the clock stands behind it.</param>
    /// <param name="record">The record it is about.</param>
    public CustomerEvent Own(string name, Properties properties, CustomerEvent? origin = null, RecordKey? record = null) => new()
    {
        Seq = NextSeq(), Name = name, Kind = EventKind.Own, At = origin?.At ?? Now, ArrivedAt = Now, Record = record,
        Properties = properties,
        Source = CustomerEvent.OwnSource, Depth = origin?.Depth ?? 0, RaisedBy = origin?.RaisedBy, Imported = origin?.Imported ?? false,
    };

    /// <summary>An event raised by a run's action: one deeper than what started the run.</summary>
    public CustomerEvent OwnOf(Enrollment run, string name, Properties properties, RecordKey? record = null) => new()
    {
        Seq = NextSeq(), Name = name, Kind = EventKind.Own, At = Now, ArrivedAt = Now, Record = record, Properties = properties,
        Source = CustomerEvent.OwnSource, Depth = run.Depth + 1, RaisedBy = run.Id,
    };

    /// <summary>Something shall happen: the facts change when its turn in the queue comes. It is
    /// dropped if it then changes nothing.</summary>
    public void Raise(CustomerEvent happening) => _room.Pending.Enqueue(new PendingEvent(happening, false, null));

    /// <summary>Something has been done to the facts already and is now told.
    /// <paramref name="before"/>: the facts before, where no other event tells of the change.</summary>
    public void Announce(CustomerEvent happened, Facts? before = null) => _room.Pending.Enqueue(new PendingEvent(happened, true, before));

    /// <summary>An event from the inbox: its position is taken.</summary>
    public PendingEvent Received(CustomerEvent happened)
    {
        LastSeq = Math.Max(LastSeq, happened.Seq);
        return new PendingEvent(happened, false, null);
    }

    /// <summary>The next of our own events that wait; false when there is none.</summary>
    public bool NextPending(out PendingEvent next) => _room.Pending.TryDequeue(out next);

    /// <summary>Whatever depends on facts must be looked at again.</summary>
    public void MoveFacts() => FactsMoved = true;

    /// <summary>Keeps one of our own events as history.</summary>
    public void Record(CustomerEvent own)
    {
        Write(new Change.EventRaised(own));
        Remember(own);
    }

    /// <summary>An event is now part of what is known of the customer.</summary>
    public void Remember(CustomerEvent happened)
    {
        var newest = new HistoryEvent(happened.Seq, happened.Name, happened.Record, happened.At, ChangePhrases.Times(happened));
        Facts = Facts with { Happenings = Facts.Happenings.Add(newest).Newest(MostHappenings) };
    }

    private long NextSeq()
    {
        var next = LastSeq + 1;
        if (next % CustomerEvent.SeqStep == 0) next = Math.Max(next + 1, Setting.Ids.Next() * CustomerEvent.SeqStep);
        return LastSeq = next;
    }
}
