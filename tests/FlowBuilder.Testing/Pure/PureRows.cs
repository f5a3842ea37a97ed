using System.Collections.Immutable;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Testing.Pure;

/// <summary>One customer's rows as a store would hold them: all that a crash leaves. Written by <see cref="Change"/>s only.</summary>
public sealed class PureRows(Customer customer)
{
    private readonly Dictionary<EnrollmentId, Enrollment> _runs = [];
    private readonly Dictionary<MessageId, Message> _messages = [];
    private readonly Dictionary<RecordKey, Record> _records = [];
    private readonly Dictionary<ReviewId, Review> _reviews = [];
    private readonly Dictionary<ArmKey, DateTimeOffset> _arms = [];
    private readonly List<ScheduledMoment> _moments = [];
    private Customer _customer = customer;

    /// <summary>Every event, from outside and our own, by position.</summary>
    public List<CustomerEvent> Events { get; } = [];

    public List<StepRun> StepRuns { get; } = [];

    public List<Decision> Decisions { get; } = [];

    public List<Effect.CreateToDo> ToDos { get; } = [];

    public List<string> Notes { get; } = [];

    public List<Effect.Notify> Notifications { get; } = [];

    public IReadOnlyCollection<Enrollment> Runs => _runs.Values;

    public IReadOnlyCollection<Message> Messages => _messages.Values;

    public IReadOnlyCollection<Review> Reviews => _reviews.Values;

    /// <summary>Writes what a turn decided, and the event from the inbox that it worked off.</summary>
    public void Commit(IEnumerable<Change> changes, CustomerEvent? inbox)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (inbox is not null) Events.Add(inbox);
        foreach (var change in changes) Write(change);
    }

    /// <summary>What a store would read back.</summary>
    public CustomerState Read(Company company, DateTimeOffset now) => new()
    {
        Facts = new Facts
        {
            Company = company,
            Customer = _customer,
            Records = _records.ToImmutableDictionary(),
            Happenings = [.. Events.OrderBy(one => one.Seq)
                .TakeLast(1000)
                .Select(one => new HistoryEvent(one.Seq, one.Name, one.Record, one.At, ChangePhrases.Times(one)))],
            Enrollments = [.. _runs.Values
                .GroupBy(run => (run.Sequence, run.Record))
                .SelectMany(group => group.Where(run => run.IsLive || run.Id.Value == group.Max(other => other.Id.Value)))
                .OrderBy(run => run.Id.Value)],
            Messages = [.. _messages.Values
                .Where(message => message.CreatedAt >= now - Message.Remembered || (message.Enrollment is { } run && _runs[run].IsLive))
                .OrderBy(message => message.Id.Value)],
        },
        LastSeq = Events.Count == 0 ? 0 : Events.Max(one => one.Seq),
        Arms = _arms.ToImmutableDictionary(),
        Moments = [.. _moments],
        Reviews = [.. _reviews.Values.OrderBy(review => review.Id.Value)],
    };

    private void Write(Change change)
    {
        switch (change)
        {
            case Change.CustomerChanged it: _customer = it.Customer with { Tags = _customer.Tags }; break;
            case Change.TagAdded it: _customer = _customer with { Tags = _customer.Tags.Add(it.Tag, it.Mark) }; break;
            case Change.TagRemoved it: _customer = _customer with { Tags = _customer.Tags.Remove(it.Tag) }; break;
            case Change.RecordChanged it: _records[it.Record.Key] = it.Record; break;
            case Change.EventRaised it: Events.Add(it.Event); break;
            case Change.EnrollmentOpened it: _runs.Add(it.Enrollment.Id, it.Enrollment); break;
            case Change.EnrollmentChanged it:
                _runs[it.Enrollment.Id] = _runs.ContainsKey(it.Enrollment.Id)
                    ? it.Enrollment
                    : throw new InvalidOperationException("A run was changed that was never opened.");
                break;
            // Of addresses; PureAddresses keeps them. What an erasing leaves is the stores' test.
            case Change.AddressSuppressed or Change.AddressFreed or Change.CustomerErased: break;
            case Change.StepRunAdded it: StepRuns.Add(it.StepRun); break;
            case Change.DecisionAdded it: Decisions.Add(it.Decision); break;
            case Change.MessageAdded it: _messages.Add(it.Message.Id, it.Message); break;
            case Change.MessageChanged it: _messages[it.Message.Id] = it.Message.WithBodyOf(_messages[it.Message.Id]); break;
            case Change.MomentAdded it: _moments.Add(it.Moment); break;
            case Change.MomentRemoved it: _moments.RemoveAll(moment => moment.Id == it.MomentId); break;
            case Change.ArmRemembered it: _arms[it.Arm] = it.At; break;
            case Change.ArmForgotten it: _arms.Remove(it.Arm); break;
            case Change.ReviewOpened it: _reviews.Add(it.Review.Id, it.Review); break;
            case Change.ReviewChanged it: _reviews[it.Review.Id] = it.Review; break;
            case Change.ToDoAdded it: ToDos.Add(it.ToDo); break;
            case Change.ToDoCompleted: break;
            case Change.NoteAdded it: Notes.Add(it.Text); break;
            case Change.NotificationAdded it: Notifications.Add(it.Notification); break;
            default: throw new InvalidOperationException($"Unknown change {change.GetType().Name}.");
        }
    }
}
