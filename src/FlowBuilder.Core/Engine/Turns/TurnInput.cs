using System.Collections.Immutable;
using FlowBuilder.Core.Model.AuditLog;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Core.Engine.Turns;

/// <summary>What moves a customer: one input is one turn, worked off in order by the partition that
/// holds the customer. A closed set.</summary>
public abstract record TurnInput
{
    private TurnInput()
    {
    }

    /// <summary>What the audit log is to say when this has been done; null where nobody stands
    /// behind it. A refusal changes nothing and leaves no line.</summary>
    public AuditNote? Audit { get; init; }

    /// <summary>The input was set aside under this number and is taken again: done, it leaves the
    /// list in the same commit; null for all others.</summary>
    public long? Parked { get; init; }

    /// <summary>An event from the inbox.</summary>
    public sealed record Happened(CustomerEvent Event) : TurnInput;

    /// <summary>A run's <see cref="Enrollment.LookAt"/> has come.</summary>
    public sealed record Due(EnrollmentId Enrollment) : TurnInput;

    /// <summary>A scheduled moment has come.</summary>
    public sealed record MomentDue(long MomentId) : TurnInput;

    /// <summary>A version was published (or resumed): note the moments that lie ahead for this customer; never enrolls by itself.</summary>
    public sealed record Reschedule(VersionId Version) : TurnInput;

    /// <summary>A put-off message may go now, or its retry is due: judge and begin to send.</summary>
    public sealed record MessageDue(MessageId Message) : TurnInput;

    /// <summary>The channel has answered. After a crash, messages found in state sending are
    /// answered with <see cref="ChannelAnswer.MaybeSent"/>.</summary>
    public sealed record MessageAnswered(MessageId Message, ChannelAnswer Answer) : TurnInput;

    /// <summary>A person says what became of an unknown (or failed) message, or cancels a waiting one.</summary>
    public sealed record ResolveMessage(MessageId Message, MessageResolution As, string By) : TurnInput;

    /// <summary>By hand (button, list, CSV): enroll in a sequence. Answers with the enrollment or the reason why not.</summary>
    public sealed record EnrollByHand(SequenceId Sequence, RecordKey? Record, string By) : TurnInput;

    /// <summary>By hand: stop a run.</summary>
    public sealed record StopByHand(EnrollmentId Enrollment, bool TidyUp, string By) : TurnInput;

    /// <summary>By hand: a run that stands on a wait goes on at once, as if the time had come.</summary>
    public sealed record SkipWaitByHand(EnrollmentId Enrollment, string By) : TurnInput;

    /// <summary>By hand: a run goes on at a later step. What lies between is not done; nothing is ever done twice.</summary>
    public sealed record MoveByHand(EnrollmentId Enrollment, string Node, string By) : TurnInput;

    /// <summary>By hand: messages of a run that wait to be tried again are tried now.</summary>
    public sealed record RetryByHand(EnrollmentId Enrollment, string By) : TurnInput;

    /// <summary>A reviewer approves what was shown under this etag.</summary>
    public sealed record Approve(ReviewId Review, string Etag, string By) : TurnInput;

    /// <summary>A reviewer rejects.</summary>
    public sealed record Reject(ReviewId Review, string Reason, bool TidyUp, string By) : TurnInput;

    /// <summary>A review's <see cref="Review.LookAt"/> has come: a reminder, its return from being put off, its end.</summary>
    public sealed record ReviewDue(ReviewId Review) : TurnInput;

    /// <summary>Somebody looks at a review: what it would do is worked out anew, and what has come
    /// to be different is noted. Decides nothing.</summary>
    public sealed record RecheckReview(ReviewId Review) : TurnInput;

    /// <summary>A reviewer writes some first messages anew, for this run only; those not named have their own words (again).</summary>
    public sealed record EditReview(ReviewId Review, string Etag, ImmutableArray<EditedMessage> Messages, string By) : TurnInput;

    /// <summary>A reviewer asks a colleague, by the person's id, to decide.</summary>
    public sealed record AskColleague(ReviewId Review, string Colleague, string Note, string By) : TurnInput;

    /// <summary>A reviewer puts a review off until a time, or takes it back (null).
    /// <paramref name="ById"/>: the person's id, to be told of its return.</summary>
    public sealed record SnoozeReview(ReviewId Review, DateTimeOffset? Until, string By, string? ById) : TurnInput;

    /// <summary>The sequence, subscription or customer switch changed: hold or let go this customer's runs (of
    /// the sequence, or all when null). <paramref name="PastDue"/> is the choice made at resume.</summary>
    public sealed record HoldsChanged(SequenceId? Sequence, LatePolicy? PastDue) : TurnInput;

    /// <summary>A person changes fields, tags (null: leave) or the automations switch.</summary>
    public sealed record EditCustomer(Properties? Fields, ImmutableArray<string>? Tags, bool? AutomationsOff, string By) : TurnInput;

    /// <summary>A person (or the customer, by link or STOP) changes consent.</summary>
    /// <param name="Change">What they decided.</param>
    /// <param name="Message">The message it was an answer to.</param>
    public sealed record ConsentGiven(ConsentChange Change, MessageId? Message) : TurnInput
    {
        /// <summary>The address it is about, where it is not (only) the customer's own of now.</summary>
        public string? Address { get; init; }

        /// <summary>Where it was said, in words.</summary>
        public string? Source { get; init; }

        /// <summary>When it was said; null: now. A yes ends no newer no.</summary>
        public DateTimeOffset? At { get; init; }
    }

    /// <summary>The company's people ticked a to-do off: raises <i>To-Do Completed</i>.</summary>
    public sealed record CompleteToDo(long ToDo, string Title, string By) : TurnInput;

    /// <summary>The person is forgotten: everything ends, and the commit leaves nothing by which the person could be known.</summary>
    public sealed record Erase : TurnInput;
}

/// <summary>What a person says of a message.</summary>
public enum MessageResolution
{
    /// <summary>It did arrive.</summary>
    Sent,

    /// <summary>Send it again.</summary>
    Resend,

    /// <summary>Leave it.</summary>
    Dropped,

    /// <summary>A waiting message shall not go.</summary>
    Cancelled,
}

/// <summary>What a customer decided about messages.</summary>
public enum ConsentChange
{
    /// <summary>No more marketing email.</summary>
    Unsubscribe,

    /// <summary>Marketing email again.</summary>
    Subscribe,

    /// <summary>STOP.</summary>
    StopTexts,

    /// <summary>START.</summary>
    StartTexts,

    /// <summary>The company's people took the address off the list: the customer's no to marketing
    /// email has ended, without being a yes.</summary>
    LiftEmail,

    /// <summary>The same for texts.</summary>
    LiftTexts,
}
