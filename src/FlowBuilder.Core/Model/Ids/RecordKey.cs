namespace FlowBuilder.Core.Model.Ids;

/// <summary>Names a record: its type (<c>estimate</c>, <c>invoice</c>, <c>visit</c>...) and the sender's id for it.</summary>
public readonly record struct RecordKey(string Type, string Id)
{
    public override string ToString() => $"{Type}:{Id}";
}
