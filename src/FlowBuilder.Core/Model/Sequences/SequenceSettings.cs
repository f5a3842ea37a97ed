using System.Collections.Immutable;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Model.Sequences;

/// <summary>Settings that travel in the sequence document.</summary>
public sealed record SequenceSettings
{
    /// <summary>Review Before Execution: no action runs for an enrollment until a person approves it.</summary>
    public bool ReviewBeforeExecution { get; init; }

    /// <summary>When a customer may enter again.</summary>
    public ReEntry ReEntry { get; init; } = new ReEntry.AfterEnd(Duration.OfDays(1));

    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>How often one run may go through a cycle, 1 to 1,000. Default 10.</summary>
    public int MaxPasses { get; init; } = 10;

    /// <summary>How long an arm of an AND node is remembered. Default 30 days.</summary>
    public Duration ArmMemory { get; init; } = Duration.OfDays(30);

    /// <summary>The short form of <see cref="Review"/> of earlier documents: an unanswered review
    /// is rejected after this; null: never.</summary>
    public Duration? ReviewExpiresAfter { get; init; }

    /// <summary>What happens to a review nobody decides about; null: it waits, or <see cref="ReviewExpiresAfter"/>.</summary>
    public ReviewPolicy? Review { get; init; }

    /// <summary>The rule in force for reviews nobody decides about.</summary>
    public ReviewPolicy? ReviewExpiry => Review ?? (ReviewExpiresAfter is { } after ? new ReviewPolicy(after) : null);

    /// <summary>Default for waits that do not say: what happens to what is past due.</summary>
    public LatePolicy? PastDue { get; init; }

    /// <summary>A text outside the allowed hours waits for them (default), or is skipped.</summary>
    public bool SkipOutsideHours { get; init; }

    /// <summary>
    /// Hours of the day, where the customer lives, in which messages of this sequence may leave; null: those of the company. For emails
    /// they stand in place of the company's; texts must lie in both, so that no sequence texts at night.
    /// </summary>
    public AllowedHours? AllowedHours { get; init; }

    /// <summary>Stable id of the person who answers for the sequence; null: who made it. Shown,
    /// never a recipient; changes nothing a plan does.</summary>
    public string? Owner { get; init; }
}
