namespace FlowBuilder.Runtime.Liquid;

/// <summary>A Liquid text could not be rendered: broken, or over its limits. The message is for its author.</summary>
public sealed class LiquidException : Exception
{
    public LiquidException()
    {
    }

    public LiquidException(string message)
        : base(message)
    {
    }

    public LiquidException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>It would take more work than a message may (<see cref="LiquidWork"/>).</summary>
    internal bool IsTooMuchWork { get; init; }

    /// <summary>The line on which it went wrong, 1 the first; 0 when it has none.</summary>
    public int Line { get; init; }

    /// <summary>The same, on a line when it has none.</summary>
    internal LiquidException At(int line) =>
        Line > 0 ? this : new LiquidException(Message, this) { IsTooMuchWork = IsTooMuchWork, Line = line };
}
