namespace FlowBuilder.Application.Reviews;

/// <summary>Which part of the queue is wanted.</summary>
/// <param name="View">Which part.</param>
/// <param name="Sequence">Only of this one.</param>
/// <param name="After">The page begins behind this place.</param>
public record ReviewSearch(ReviewFilter View = ReviewFilter.Waiting, Guid? Sequence = null, string? After = null);
