using System.Collections.Immutable;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Model.Reviews;

/// <summary>
/// Approve or reject before execution. Waiting -> Approved | Rejected | Expired | Ended (a stop came first). An approval belongs
/// to what was shown: plan hash, version, template revisions, rendered messages, whether the customer still qualifies, all
/// hashed into <see cref="Etag"/>. While it waits it can be put to a colleague, put off (it is then out of sight until a time), and
/// its messages can be edited for this one run. When its time is up it expires, or is put to everybody who may decide and goes on waiting.
/// </summary>
public sealed record Review
{
    public required ReviewId Id { get; init; }

    public required EnrollmentId Enrollment { get; init; }

    public required SequenceId Sequence { get; init; }

    /// <summary>A gate before anything runs, or the question what to do with a late wait.</summary>
    public required ReviewKind Kind { get; init; }

    public required ReviewState State { get; init; }

    /// <summary>Names exactly what was shown.</summary>
    public required string Etag { get; init; }

    /// <summary>Why the customer entered, for a marketer.</summary>
    public required string Reason { get; init; }

    /// <summary>Every message the run would send before its first wait, as rendered when shown.</summary>
    public ImmutableArray<PreviewedMessage> Messages { get; init; } = [];

    /// <summary>What a reviewer should know besides the messages: the customer no longer qualifies,
    /// a newer version is live. Part of the etag.</summary>
    public ImmutableArray<string> Caveats { get; init; } = [];

    /// <summary>What has come to be different since it was opened, oldest first; at most <see cref="MostNews"/>.</summary>
    public ImmutableArray<string> News { get; init; } = [];

    /// <summary>What a reviewer wrote instead, for this run only.</summary>
    public ImmutableArray<EditedMessage> Edits { get; init; } = [];

    /// <summary>The same for all that would do the same with the same templates: their messages differ by merge fields only.</summary>
    public string Alike { get; init; } = "";

    /// <summary>The person who is asked to decide.</summary>
    public string? AskedOf { get; init; }

    /// <summary>Who asked, and with which words.</summary>
    public string? AskedBy { get; init; }

    public string? AskedNote { get; init; }

    /// <summary>Out of sight until then; null: in the queue.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Who put it off: the person's id, told when it is back; a key's name.</summary>
    public string? SnoozedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When its reviewers are reminded; null: not, or not again.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>When it was put to everybody because nobody had decided.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? DecidedBy { get; init; }

    /// <summary>The reviewer's reason, or what ended it.</summary>
    public string? Note { get; init; }

    public const int MostNews = 20;

    /// <summary>When something happens to it by itself: a reminder, its return, its end.</summary>
    public DateTimeOffset? LookAt
    {
        get
        {
            if (State != ReviewState.Waiting) return null;
            var first = ExpiresAt;
            if (RemindAt is { } remind && !(first <= remind)) first = remind;
            if (SnoozedUntil is { } back && !(first <= back)) first = back;
            return first;
        }
    }
}

/// <summary>A message as a reviewer sees it.</summary>
/// <param name="Node">Whose message.</param>
/// <param name="Channel">How it goes.</param>
/// <param name="To">Address.</param>
/// <param name="Subject">Emails.</param>
/// <param name="Html">Emails with a design.</param>
/// <param name="Text">The words.</param>
/// <param name="Template">Key.</param>
/// <param name="TemplateRevision">At this revision.</param>
/// <param name="Part">Which of the node's messages.</param>
/// <param name="IsEdited">In a reviewer's words.</param>
/// <param name="Fault">It could not be rendered: <paramref name="Text"/> says why.</param>
public sealed record PreviewedMessage(
    string Node, Channel Channel, string To, string? Subject, string? Html, string Text, string? Template, int TemplateRevision,
    int Part = 0, bool IsEdited = false, bool Fault = false);

/// <summary>What a review is about. Numbers are stored.</summary>
public enum ReviewKind
{
    BeforeExecution = 0,
    LateWait = 1,
}

/// <summary>Numbers are stored.</summary>
public enum ReviewState
{
    Waiting = 0,
    Approved = 1,
    Rejected = 2,
    Expired = 3,

    /// <summary>A stop ended the run while it waited.</summary>
    Ended = 4,
}
