using System.Globalization;

namespace FlowBuilder.Core.Model.Ids;

/// <summary>One published, frozen edition of a sequence.</summary>
public readonly record struct VersionId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
