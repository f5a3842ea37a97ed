namespace FlowBuilder.Application.Reviews;

/// <summary>How a reviewer rejects.</summary>
/// <param name="Reason">Why.</param>
/// <param name="TidyUp">Also do the stop actions that only tidy up.</param>
public sealed record Rejection(string Reason, bool TidyUp)
{
    public const int LongestReason = 1_000;
}
