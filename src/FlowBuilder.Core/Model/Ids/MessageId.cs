using System.Globalization;

namespace FlowBuilder.Core.Model.Ids;

/// <summary>One rendered message in the outbox.</summary>
public readonly record struct MessageId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
