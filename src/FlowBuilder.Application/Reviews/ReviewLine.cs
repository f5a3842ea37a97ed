using FlowBuilder.Core.Model.Reviews;

namespace FlowBuilder.Application.Reviews;

/// <summary>A review in the list.</summary>
/// <param name="Id">Of the review.</param>
/// <param name="CustomerName">Who.</param>
/// <param name="SequenceTitle">Which sequence.</param>
/// <param name="Kind">Before anything is done, or a late wait.</param>
/// <param name="OpenedAt">Since when it waits.</param>
/// <param name="ExpiresAt">When its time is up.</param>
/// <param name="SnoozedUntil">When it comes back.</param>
/// <param name="EscalatedAt">When it was put to everybody.</param>
/// <param name="AskedOf">The person asked to decide.</param>
/// <param name="IsEdited">In a reviewer's words.</param>
/// <param name="IsNews">Something has come to be different since it was opened.</param>
/// <param name="Alike">The same for all that differ by merge fields only.</param>
public sealed record ReviewLine(
    long Id, string CustomerName, string SequenceTitle, ReviewKind Kind, DateTimeOffset OpenedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? SnoozedUntil, DateTimeOffset? EscalatedAt, string? AskedOf,
    bool IsEdited, bool IsNews, string Alike);
