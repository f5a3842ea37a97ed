using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Model.Sequences;

/// <summary>What happens to a review nobody decides about. By the product clock.</summary>
/// <param name="ExpireAfter">How long it may wait.</param>
/// <param name="Then">What happens then.</param>
/// <param name="RemindBefore">How long before its reviewers are reminded; null: not at all. Shorter
/// than <paramref name="ExpireAfter"/>.</param>
public sealed record ReviewPolicy(Duration ExpireAfter, ReviewEnd Then = ReviewEnd.Reject, Duration? RemindBefore = null);

/// <summary>What happens to a review whose time is up.</summary>
public enum ReviewEnd
{
    /// <summary>It is rejected, with that reason.</summary>
    Reject,

    /// <summary>It goes on waiting; everybody who may decide is told.</summary>
    Escalate,
}
