namespace FlowBuilder.Application.Engine;

/// <summary>The product clock as a <see cref="TimeProvider"/>: events, waits, quiet hours, review
/// expiry run on it. The system clock in normal use.</summary>
public abstract class ProductClock : TimeProvider
{
    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => GetUtcNow();

    /// <summary>Raised after the clock was moved by hand.</summary>
    public abstract event Action? Moved;
}
