using System.Collections.Immutable;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Messages;

namespace FlowBuilder.Core.Reviews;

/// <summary>
/// Approve or reject before execution. Waiting -> Approved | Rejected | Expired | Ended (a stop came first). An approval belongs
/// to what was shown: plan hash, version, template revisions, rendered messages, whether the customer still qualifies, all
/// hashed into <see cref="Etag"/>.
/// </summary>
public sealed record Review
{
    public required ReviewId Id { get; init; }

    public required EnrollmentId Enrollment { get; init; }

    /// <summary>A gate before anything runs, or the question what to do with a late wait.</summary>
    public required ReviewKind Kind { get; init; }

    public required ReviewState State { get; init; }

    /// <summary>Names exactly what was shown.</summary>
    public required string Etag { get; init; }

    /// <summary>Why the customer entered, for a marketer.</summary>
    public required string Reason { get; init; }

    /// <summary>Every message the run would send before its first wait, as rendered when shown.</summary>
    public ImmutableArray<PreviewedMessage> Messages { get; init; } = [];

    /// <summary>What a reviewer should know besides the messages: the customer no longer qualifies, a newer version is live. Part of the etag.</summary>
    public ImmutableArray<string> Caveats { get; init; } = [];

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? DecidedBy { get; init; }

    /// <summary>The reviewer's reason, or what ended it.</summary>
    public string? Note { get; init; }
}

/// <summary>A message as a reviewer sees it.</summary>
public sealed record PreviewedMessage(string Node, Channel Channel, string To, string? Subject, string? Html, string Text, string? Template, int TemplateRevision);

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
