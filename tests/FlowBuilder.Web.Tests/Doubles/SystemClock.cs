using FlowBuilder.Runtime.Time;

namespace FlowBuilder.Web.Tests.Doubles;

/// <summary>A product clock nobody moves.</summary>
public sealed class SystemClock : ProductClock
{
    public override event Action? Moved
    {
        add { }
        remove { }
    }
}
