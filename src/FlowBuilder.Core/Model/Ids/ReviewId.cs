using System.Globalization;

namespace FlowBuilder.Core.Model.Ids;

/// <summary>One item of the review queue.</summary>
public readonly record struct ReviewId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
