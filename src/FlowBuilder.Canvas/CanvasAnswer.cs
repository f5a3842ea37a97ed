namespace FlowBuilder.Canvas;

/// <summary>What became of a command. After a refusal the drawing goes back to what the server knows.</summary>
/// <param name="IsAccepted">Whether it was done.</param>
/// <param name="Message">Shown and spoken when refused: why, and what to do.</param>
public sealed record CanvasAnswer(bool IsAccepted, string? Message = null)
{
    /// <summary>Done.</summary>
    public static CanvasAnswer Accepted { get; } = new(true);

    /// <summary>Not done, and why.</summary>
    public static CanvasAnswer Refused(string message) => new(false, message);
}
