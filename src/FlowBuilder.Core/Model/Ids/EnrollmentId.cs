using System.Globalization;

namespace FlowBuilder.Core.Model.Ids;

/// <summary>One customer's run of a sequence.</summary>
public readonly record struct EnrollmentId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
