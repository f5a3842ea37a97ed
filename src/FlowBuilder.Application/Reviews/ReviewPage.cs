namespace FlowBuilder.Application.Reviews;

/// <summary>A page of the queue.</summary>
/// <param name="Lines">In their order.</param>
/// <param name="Next">Where the next page begins; null: this is the last.</param>
/// <param name="Count">How many there are in this view.</param>
public sealed record ReviewPage(IReadOnlyList<ReviewLine> Lines, string? Next, int Count);
