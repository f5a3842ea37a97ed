using System.Text.Json;
using FlowBuilder.Core.Model.Reviews;

namespace FlowBuilder.Web.Api.Reviews;

/// <summary>One item of the review queue.</summary>
/// <param name="Id">Of the review.</param>
/// <param name="Etag">Names exactly what is shown; approving carries it.</param>
/// <param name="Kind">beforeExecution, or lateWait: what to do with a wait that is past due.</param>
/// <param name="State">waiting, approved, rejected, expired or ended.</param>
/// <param name="Enrollment">The run it is about.</param>
/// <param name="Sequence">The sequence's id.</param>
/// <param name="Customer">The customer's userId.</param>
/// <param name="Reason">Why the customer entered.</param>
/// <param name="Messages">What would be sent before the first wait, as rendered.</param>
/// <param name="Caveats">What to know besides: the customer no longer qualifies, a newer version is live.</param>
/// <param name="News">What has come to be different since it was opened.</param>
/// <param name="AskedOf">The person asked to decide.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="AskedNote">With which words.</param>
/// <param name="SnoozedUntil">When it comes back, being put off.</param>
/// <param name="EscalatedAt">When everybody was told because nobody had decided.</param>
/// <param name="OpenedAt">Product time.</param>
/// <param name="ExpiresAt">When it is rejected by itself; null: never.</param>
/// <param name="DecidedAt">Null while waiting.</param>
/// <param name="DecidedBy">The person or key.</param>
/// <param name="Note">The reviewer's reason, or what ended it.</param>
internal sealed record ReviewView(
    string Id, string Etag, ReviewKind Kind, ReviewState State, string Enrollment, string? Sequence, string? Customer, string Reason, JsonElement Messages, IReadOnlyList<string> Caveats, IReadOnlyList<string> News,
    string? AskedOf, string? AskedBy, string? AskedNote, DateTimeOffset? SnoozedUntil, DateTimeOffset? EscalatedAt,
    DateTimeOffset OpenedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? DecidedAt, string? DecidedBy, string? Note);

/// <summary>Carries the etag, where no <c>If-Match</c> header does.</summary>
internal sealed record ApproveCall
{
    public string? Etag { get; init; }
}

/// <summary>Why not.</summary>
internal sealed record RejectCall
{
    /// <summary>Told to whoever looks at the run later.</summary>
    public string? Reason { get; init; }

    /// <summary>Also do the stop actions that only tidy up.</summary>
    public bool TidyUp { get; init; }
}

/// <summary>Several decisions at once.</summary>
internal sealed record BulkCall
{
    /// <summary>At most 200.</summary>
    public IReadOnlyList<BulkDecision>? Items { get; init; }
}

/// <summary>One of several decisions.</summary>
internal sealed record BulkDecision
{
    public string? Id { get; init; }

    /// <summary>approve or reject.</summary>
    public string? Decision { get; init; }

    /// <summary>Needed to approve.</summary>
    public string? Etag { get; init; }

    /// <summary>Needed to reject.</summary>
    public string? Reason { get; init; }

    public bool TidyUp { get; init; }
}

/// <summary>What came of each decision, in the order sent.</summary>
internal sealed record BulkView(IReadOnlyList<BulkOutcome> Items);

/// <summary>What came of one decision.</summary>
/// <param name="Id">Of the review.</param>
/// <param name="Status">The HTTP status it would have had alone: 200, 404, 409 or 412.</param>
/// <param name="Detail">Why not.</param>
/// <param name="Etag">The new etag after a 412.</param>
internal sealed record BulkOutcome(string Id, int Status, string? Detail = null, string? Etag = null);
