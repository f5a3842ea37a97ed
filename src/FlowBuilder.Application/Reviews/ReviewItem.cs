using System.Collections.Immutable;
using FlowBuilder.Core.Model.Reviews;

namespace FlowBuilder.Application.Reviews;

/// <summary>One review as a person sees it.</summary>
public sealed record ReviewItem
{
    public required long Id { get; init; }

    /// <summary>Number of the customer, to whom the decision is a turn.</summary>
    public required long Customer { get; init; }

    /// <summary>Number of the run that waits, for the link.</summary>
    public required long Run { get; init; }

    /// <summary>Names exactly what is shown; an approval carries it.</summary>
    public required string Etag { get; init; }

    public required ReviewKind Kind { get; init; }

    public required ReviewState State { get; init; }

    public required string CustomerName { get; init; }

    /// <summary>For the link.</summary>
    public required Guid Sequence { get; init; }

    public required string SequenceTitle { get; init; }

    /// <summary>The version the customer would go through.</summary>
    public int Version { get; init; }

    /// <summary>Why the customer entered.</summary>
    public required string Reason { get; init; }

    /// <summary>What to know besides.</summary>
    public ImmutableArray<string> Caveats { get; init; } = [];

    /// <summary>What has come to be different since it was opened.</summary>
    public ImmutableArray<string> News { get; init; } = [];

    /// <summary>What would be sent before the first wait.</summary>
    public ImmutableArray<PreviewedMessage> Messages { get; init; } = [];

    public ImmutableArray<EditedMessage> Edits { get; init; } = [];

    /// <summary>The same for all that differ by merge fields only.</summary>
    public string Alike { get; init; } = "";

    public string? AskedOf { get; init; }

    public string? AskedBy { get; init; }

    public string? AskedNote { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    public string? SnoozedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? EscalatedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? DecidedBy { get; init; }

    public string? Note { get; init; }
}
