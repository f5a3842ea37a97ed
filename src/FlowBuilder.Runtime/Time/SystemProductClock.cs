using FlowBuilder.Application.Engine;

namespace FlowBuilder.Runtime.Time;

/// <summary>The product clock in normal use: the system clock.</summary>
internal sealed class SystemProductClock : ProductClock
{
    /// <summary>Never raised: nobody moves the system clock by hand.</summary>
    public override event Action? Moved
    {
        add { }
        remove { }
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow();
}
