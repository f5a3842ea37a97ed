using System.Collections.Concurrent;
using System.Threading.Channels;
using FlowBuilder.Application.Notifications;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Notifications;

/// <summary>
/// Gathers what people are to be told of, on the pumps' threads: one entry for each company, kind and sequence, however much happens.
/// What is lost in a crash is a hint only: what waits stands on Home and in the queues.
/// </summary>
public sealed class NotificationBuffer : IProgressListener, INotificationBuffer
{
    private const int Remembered = 1_000;

    private readonly ConcurrentDictionary<NotificationKey, Happenings> _gathered = [];
    private readonly ConcurrentDictionary<(CompanyId, long), byte> _overfull = [];
    private readonly Channel<bool> _wake = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1)
    {
        FullMode = BoundedChannelFullMode.DropWrite
    });

    /// <summary>One word however much was noted.</summary>
    internal ChannelReader<bool> Wake => _wake.Reader;

    public void Committed(TurnBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        foreach (var customer in batch.Customers)
            foreach (var change in customer.Changes) Note(customer.Company, customer.Customer.Value, change);
    }

    /// <inheritdoc />
    public void Note(NotificationKey occasion, Happenings happenings)
    {
        _gathered.AddOrUpdate(
            occasion, static (_, fresh) => fresh, static (_, known, fresh) => fresh with { Count = known.Count + fresh.Count }, happenings);
        _wake.Writer.TryWrite(true);
    }

    /// <summary>Takes away what was gathered.</summary>
    internal IReadOnlyList<(NotificationKey NotificationKey, Happenings Happenings)> Take()
    {
        var taken = new List<(NotificationKey, Happenings)>();
        foreach (var occasion in _gathered.Keys)
            if (_gathered.TryRemove(occasion, out var happenings)) taken.Add((occasion, happenings));
        return taken;
    }

    /// <summary>Of a customer who is told too much again and again, people hear once in a while: of
    /// the last so many customers each counts once.</summary>
    private bool IsNews(CompanyId company, long customer)
    {
        if (_overfull.Count >= Remembered) _overfull.Clear();
        return _overfull.TryAdd((company, customer), 0);
    }

    private void Note(CompanyId company, long customer, Change change)
    {
        switch (change)
        {
            case Change.ReviewOpened { Review: { State: ReviewState.Waiting } review }:
                Note(
                    new NotificationKey(company, NotificationKind.ReviewWaiting, review.Sequence.Value),
                    new Happenings(1, customer, review.Enrollment.Value, review.Id.Value));
                break;
            case Change.MessageChanged { Message: { State: MessageState.Unknown } message }:
                Note(
                    new NotificationKey(company, NotificationKind.MessageUnknown, message.Sequence?.Value),
                    new Happenings(1, customer, message.Enrollment?.Value, null, message.Id.Value));
                break;
            case Change.MessageChanged { Message: { State: MessageState.Failed } message }:
                Note(
                    new NotificationKey(company, NotificationKind.MessageFailed, message.Sequence?.Value),
                    new Happenings(1, customer, message.Enrollment?.Value, null, message.Id.Value));
                break;
            case Change.EnrollmentChanged { Enrollment: { State: EnrollmentState.Failed } run }:
                Note(
                    new NotificationKey(company, NotificationKind.EnrollmentFailed, run.Sequence.Value),
                    new Happenings(1, customer, run.Id.Value));
                break;
            case Change.EventRaised { Event: { Kind: EventKind.Own, Name: EventNames.LimitReached } } when IsNews(company, customer):
                Note(new NotificationKey(company, NotificationKind.LimitReached, null), new Happenings(1, customer));
                break;
            case Change.NotificationAdded:
                // Written in the turn itself: there is an email to think of.
                _wake.Writer.TryWrite(true);
                break;
        }
    }
}
