namespace FlowBuilder.Core.Model.Ids;

/// <summary>A company of this installation. Every row, key and group starts with it.</summary>
public readonly record struct CompanyId(int Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
