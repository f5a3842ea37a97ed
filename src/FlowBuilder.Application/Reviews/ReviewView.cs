using System.Text.Json;
using FlowBuilder.Core.Model.Reviews;

namespace FlowBuilder.Application.Reviews;

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
public sealed record ReviewView(
    string Id, string Etag, ReviewKind Kind, ReviewState State, string Enrollment, string? Sequence, string? Customer, string Reason,
    JsonElement Messages, IReadOnlyList<string> Caveats, IReadOnlyList<string> News,
    string? AskedOf, string? AskedBy, string? AskedNote, DateTimeOffset? SnoozedUntil, DateTimeOffset? EscalatedAt,
    DateTimeOffset OpenedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? DecidedAt, string? DecidedBy, string? Note);
