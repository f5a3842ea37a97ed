using System.Collections.Immutable;
using FlowBuilder.Core.Reviews;

namespace FlowBuilder.Web.Reviews;

/// <summary>One review as a person sees it.</summary>
/// <param name="Id">Of the review.</param>
/// <param name="Customer">Number of the customer, to whom the decision is a turn.</param>
/// <param name="Etag">Names exactly what is shown; an approval carries it.</param>
/// <param name="Kind">Before anything is done, or what to do with a late wait.</param>
/// <param name="CustomerName">Who.</param>
/// <param name="Sequence">Of the sequence, for the link.</param>
/// <param name="SequenceTitle">Which sequence.</param>
/// <param name="Reason">Why the customer entered.</param>
/// <param name="Caveats">What to know besides.</param>
/// <param name="Messages">What would be sent before the first wait.</param>
/// <param name="OpenedAt">Since when it waits.</param>
/// <param name="ExpiresAt">When it is rejected by itself.</param>
public sealed record ReviewItem(
    long Id, long Customer, string Etag, ReviewKind Kind, string CustomerName, Guid Sequence, string SequenceTitle, string Reason, ImmutableArray<string> Caveats, ImmutableArray<PreviewedMessage> Messages,
    DateTimeOffset OpenedAt, DateTimeOffset? ExpiresAt);
