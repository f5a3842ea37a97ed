namespace FlowBuilder.Core.Model.Ids;

/// <summary>What a marketer designs; unique across installations, so that exported references never hit a stranger.</summary>
public readonly record struct SequenceId(Guid Value)
{
    public static bool TryParse(string? text, out SequenceId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new SequenceId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString("D");
}
