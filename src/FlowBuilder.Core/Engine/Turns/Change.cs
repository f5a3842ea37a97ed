using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.AuditLog;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Turns;

/// <summary>One row to be written by a turn's commit. A closed set; the store has one statement for each.</summary>
public abstract record Change
{
    private Change()
    {
    }

    /// <summary>Fields, stamps, consent or switch of the customer, as they are now (tags apart).</summary>
    public sealed record CustomerChanged(Customer Customer) : Change;

    public sealed record TagAdded(string Tag, TagMark Mark) : Change;

    public sealed record TagRemoved(string Tag) : Change;

    /// <summary>A record as it is now (new or changed).</summary>
    public sealed record RecordChanged(Record Record) : Change;

    /// <summary>An event of our own (tag added, field changed, raised by an action): history, worked off within this very turn.</summary>
    public sealed record EventRaised(CustomerEvent Event) : Change;

    public sealed record EnrollmentOpened(Enrollment Enrollment) : Change;

    /// <summary>A run as it is now.</summary>
    public sealed record EnrollmentChanged(Enrollment Enrollment) : Change;

    public sealed record StepRunAdded(StepRun StepRun) : Change;

    public sealed record DecisionAdded(Decision Decision) : Change;

    public sealed record MessageAdded(Message Message) : Change;

    /// <summary>A message as it is now. A message added or changed to
    /// <see cref="MessageState.Sending"/> is handed to its channel after the commit.</summary>
    public sealed record MessageChanged(Message Message) : Change;

    public sealed record MomentAdded(ScheduledMoment Moment) : Change;

    public sealed record MomentRemoved(long MomentId) : Change;

    public sealed record ArmRemembered(ArmKey Arm, DateTimeOffset At) : Change;

    public sealed record ArmForgotten(ArmKey Arm) : Change;

    public sealed record ReviewOpened(Review Review) : Change;

    public sealed record ReviewChanged(Review Review) : Change;

    public sealed record ToDoAdded(long Id, Effect.CreateToDo ToDo, DateTimeOffset At, EnrollmentId? Enrollment) : Change;

    public sealed record ToDoCompleted(long Id, string By, DateTimeOffset At) : Change;

    public sealed record NoteAdded(long Id, string Text, DateTimeOffset At, EnrollmentId? Enrollment) : Change;

    public sealed record NotificationAdded(
        long Id, Effect.Notify Notification, DateTimeOffset At, EnrollmentId? Enrollment,
        NotificationKind Kind = NotificationKind.FromSequence, ReviewId? Review = null) : Change;

    /// <summary>A line of the audit log; the store gives it its place and seals it to the line before.</summary>
    /// <param name="Note">Who did what.</param>
    /// <param name="At">System time.</param>
    public sealed record AuditLineAdded(AuditNote Note, DateTimeOffset At) : Change;

    /// <summary>An input that had been set aside has been taken: it leaves the list.</summary>
    public sealed record ParkedInputDone(long Id) : Change;

    /// <summary>A no to an address, whoever holds it.</summary>
    /// <param name="Channel">On which channel.</param>
    /// <param name="Key">The address's <see cref="Reading.AddressKey"/>; the store keeps only a hash of it.</param>
    /// <param name="Suppression">Why, when and from where.</param>
    public sealed record AddressSuppressed(Channel Channel, string Key, Suppression Suppression) : Change;

    /// <summary>A yes ends every no to an address that is not newer (of one reason, where it is named).</summary>
    public sealed record AddressFreed(Channel Channel, string Key, DateTimeOffset At, string By, SuppressionReason? Reason) : Change;

    /// <summary>Everything known of the customer goes, in every table; the last change of its turn.</summary>
    public sealed record CustomerErased : Change;
}
