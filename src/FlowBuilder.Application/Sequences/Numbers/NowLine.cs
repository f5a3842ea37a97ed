namespace FlowBuilder.Application.Sequences.Numbers;

/// <summary>Something that happened in a sequence.</summary>
/// <param name="Key">Tells it from all others of its sequence, the same at each reading.</param>
/// <param name="At">When, in product time.</param>
/// <param name="Run">The number of the run it happened to.</param>
/// <param name="Customer">Whose run that is.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Words">What happened, as a sentence.</param>
/// <param name="Node">Where on the drawing, where it was a step.</param>
/// <param name="IsBad">Whether something went wrong.</param>
public sealed record NowLine(
    string Key, DateTimeOffset At, long Run, string Customer, NowKind Kind, string Words, string? Node = null, bool IsBad = false);

/// <summary>The kinds of <see cref="NowLine"/>, in the order in which they happen to one run at one moment.</summary>
public enum NowKind
{
    Entered,
    Decided,
    Step,
    Ended,
}
