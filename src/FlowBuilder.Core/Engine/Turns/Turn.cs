using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Core.Engine.Turns;

/// <summary>
/// A turn in the making: the state as it is so far and the rows decided so far. Whoever decides something saves it here; a row that is
/// saved twice is written once, as it was last.
/// </summary>
internal sealed partial class Turn(CustomerState state, Facts facts, TurnContext setting)
{
    /// <summary>Closed reviews a state remembers, so that a late click is told what happened.</summary>
    private const int ClosedReviews = 20;

    private readonly TurnBuffers _room = TurnBuffers.Take();
    private List<string>? _leftOut;

    public Turn(CustomerState state, TurnContext setting)
        : this(state, Heard(state.Facts, setting), setting)
    {
    }

    public TurnContext Setting { get; } = setting;

    /// <summary>The facts at the turn's beginning.</summary>
    public Facts Before { get; } = facts;

    public Facts Facts { get; private set; } = facts;

    public ImmutableDictionary<ArmKey, DateTimeOffset> Arms { get; private set; } = state.Arms;

    public ImmutableList<ScheduledMoment> Moments { get; private set; } = state.Moments;

    public ImmutableList<Review> Reviews { get; private set; } = state.Reviews;

    public DateTimeOffset Now => Setting.Now;

    /// <summary>Rows decided so far.</summary>
    public int ChangeCount => _room.Changes.Count;

    /// <summary>Where a reviewer's preview collects what would be sent; null in a real turn.</summary>
    public List<PreviewedMessage>? Rehearsal { get; init; }

    public long NewId() => Setting.Ids.Next();

    public Enrollment? Run(EnrollmentId id)
    {
        // By index, here and on other paths every turn takes: walking an immutable list costs more than the few it holds.
        var runs = Facts.Enrollments;
        for (var i = 0; i < runs.Count; i++)
            if (runs[i].Id == id) return runs[i];
        return null;
    }

    public Message? Message(MessageId id)
    {
        var messages = Facts.Messages;
        for (var i = messages.Count - 1; i >= 0; i--)
            if (messages[i].Id == id) return messages[i];
        return null;
    }

    public PublishedSequence? PlanOf(Enrollment run) => Setting.Plans.Find(run.Version);

    public void Save(Enrollment run)
    {
        var runs = Facts.Enrollments;
        var index = 0;
        while (index < runs.Count && runs[index].Id != run.Id) index++;
        if (index == runs.Count)
            throw new InvalidOperationException($"Run {run.Id.Value} is not in the book of the customer whose turn it is.");
        LegalMoves.Demand(runs[index], run);
        Facts = Facts with { Enrollments = runs.SetItem(index, run) };
        SetGoing(run);
        for (var i = _room.Changes.Count - 1; i >= 0; i--)
        {
            switch (_room.Changes[i])
            {
                case Change.EnrollmentChanged changed when changed.Enrollment.Id == run.Id:
                    _room.Changes[i] = new Change.EnrollmentChanged(run);
                    return;
                case Change.EnrollmentOpened opened when opened.Enrollment.Id == run.Id:
                    _room.Changes[i] = new Change.EnrollmentOpened(run);
                    return;
            }
        }

        _room.Changes.Add(new Change.EnrollmentChanged(run));
    }

    /// <summary>Opens a run; an ended one of the same sequence and record is now history and leaves the state.</summary>
    public void Open(Enrollment run)
    {
        if (!LegalMoves.MayBegin(run.State)) throw new InvalidOperationException($"A run cannot begin in state {run.State}.");
        var runs = Facts.Enrollments;
        for (var i = runs.Count - 1; i >= 0; i--)
            if (!runs[i].IsLive && runs[i].Sequence == run.Sequence && runs[i].Record == run.Record) runs = runs.RemoveAt(i);
        Facts = Facts with { Enrollments = runs.Add(run) };
        _room.Changes.Add(new Change.EnrollmentOpened(run));
        SetGoing(run);
    }

    /// <summary>The next run that this turn has set going and that still stands on a step due now; null when there is none.</summary>
    public EnrollmentId? NextToWalk()
    {
        while (_room.Walking.TryDequeue(out var id))
            if (Run(id) is { } run && CanWalk(run)) return id;
        return null;
    }

    private void SetGoing(Enrollment run)
    {
        if (!CanWalk(run) || _room.Walking.Contains(run.Id)) return;
        _room.Walking.Enqueue(run.Id);
    }

    private bool CanWalk(Enrollment run) => run.State == EnrollmentState.Active && run.Hold == Hold.None && run.DueAt <= Now;

    public void Save(Customer customer)
    {
        Facts = Facts with { Customer = customer };
        Put(_room.Changes.FindLastIndex(change => change is Change.CustomerChanged), new Change.CustomerChanged(customer));
    }

    public void AddTag(string tag, TagMark mark)
    {
        Facts = Facts with { Customer = Facts.Customer with { Tags = Facts.Customer.Tags.Add(tag, mark) } };
        _room.Changes.Add(new Change.TagAdded(tag, mark));
    }

    /// <summary>Removes a tag under the spelling it is kept with, which is answered.</summary>
    public string RemoveTag(string tag)
    {
        Facts.Customer.Tags.TryGetKey(Reading.NameText.Of(tag), out var kept);
        Facts = Facts with { Customer = Facts.Customer with { Tags = Facts.Customer.Tags.Remove(kept) } };
        _room.Changes.Add(new Change.TagRemoved(kept));
        return kept;
    }

    /// <summary>Something the customer cannot take any more is not kept.</summary>
    public void LeaveOut(string name) => (_leftOut ??= []).Add(name);

    /// <summary>What was not kept since the last time.</summary>
    public IReadOnlyList<string>? TakeLeftOut()
    {
        var taken = _leftOut;
        _leftOut = null;
        return taken;
    }

    public void Save(Record record)
    {
        Facts = Facts with { Records = Facts.Records.SetItem(record.Key, record) };
        Put(
            _room.Changes.FindLastIndex(change => change is Change.RecordChanged changed && changed.Record.Key == record.Key),
            new Change.RecordChanged(record));
    }

    public void Add(Message message)
    {
        Facts = Facts with { Messages = WithoutOld(Facts.Messages).Add(message) };
        _room.Changes.Add(new Change.MessageAdded(message));
    }

    public void Save(Message message)
    {
        var messages = Facts.Messages;
        var index = messages.Count - 1;
        while (messages[index].Id != message.Id) index--;
        Facts = Facts with { Messages = messages.SetItem(index, message) };
        for (var i = _room.Changes.Count - 1; i >= 0; i--)
        {
            switch (_room.Changes[i])
            {
                case Change.MessageChanged changed when changed.Message.Id == message.Id:
                    _room.Changes[i] = new Change.MessageChanged(message);
                    return;
                case Change.MessageAdded added when added.Message.Id == message.Id:
                    _room.Changes[i] = new Change.MessageAdded(message);
                    return;
            }
        }

        _room.Changes.Add(new Change.MessageChanged(message));
    }

    public void Open(Review review)
    {
        Reviews = WithoutOld(Reviews).Add(review);
        _room.Changes.Add(new Change.ReviewOpened(review));
    }

    public void Save(Review review)
    {
        Reviews = Reviews.SetItem(Reviews.FindIndex(other => other.Id == review.Id), review);
        var written = _room.Changes.FindLastIndex(change => change is Change.ReviewOpened opened && opened.Review.Id == review.Id
            || change is Change.ReviewChanged changed && changed.Review.Id == review.Id);
        Put(
            written,
            written >= 0 && _room.Changes[written] is Change.ReviewOpened
                ? new Change.ReviewOpened(review)
                : new Change.ReviewChanged(review));
    }

    public void Add(ScheduledMoment moment)
    {
        Moments = Moments.Add(moment);
        _room.Changes.Add(new Change.MomentAdded(moment));
    }

    public void Remove(ScheduledMoment moment)
    {
        Moments = Moments.Remove(moment);
        _room.Changes.Add(new Change.MomentRemoved(moment.Id));
    }

    public void Remember(ArmKey arm)
    {
        Arms = Arms.SetItem(arm, Now);
        _room.Changes.Add(new Change.ArmRemembered(arm, Now));
    }

    public void Forget(ArmKey arm)
    {
        Arms = Arms.Remove(arm);
        _room.Changes.Add(new Change.ArmForgotten(arm));
    }

    public void Decide(SequenceId sequence, EnrollmentId? run, DecisionOutcome outcome, string sentence, string? by = null) =>
        _room.Changes.Add(new Change.DecisionAdded(new Decision(sequence, run, Now, outcome, sentence, by)));

    /// <summary>A row that is only ever added: history, notes, to-dos.</summary>
    public void Write(Change row) => _room.Changes.Add(row);

    /// <summary>What came of it. The turn is over: nothing may be decided any more.</summary>
    public TurnResult Finish(TurnAnswer answer)
    {
        var result = new TurnResult(
            new CustomerState { Facts = Heard(Facts, Setting), LastSeq = LastSeq, Arms = Arms, Moments = Moments, Reviews = Reviews },
            ImmutableCollectionsMarshal.AsImmutableArray(_room.Changes.ToArray()),
            answer);
        _room.Return();
        return result;
    }

    private void Put(int at, Change change)
    {
        if (at >= 0) _room.Changes[at] = change;
        else _room.Changes.Add(change);
    }

    /// <summary>Of the closed reviews a state keeps the newest few.</summary>
    private static ImmutableList<Review> WithoutOld(ImmutableList<Review> reviews)
    {
        while (reviews.Count > ClosedReviews && reviews.FindIndex(review => review.State != ReviewState.Waiting) is >= 0 and var oldest)
            reviews = reviews.RemoveAt(oldest);
        return reviews;
    }

    private ImmutableList<Message> WithoutOld(ImmutableList<Message> messages)
    {
        while (messages.Count > 0 && messages[0] is var oldest && oldest.CreatedAt < Now - Model.Messages.Message.Remembered
            && !(oldest.Enrollment is { } run && Run(run) is { IsLive: true }))
            messages = messages.RemoveAt(0);
        return messages;
    }
}
