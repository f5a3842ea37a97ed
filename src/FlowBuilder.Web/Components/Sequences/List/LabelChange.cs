namespace FlowBuilder.Web.Components.Sequences.List;

/// <summary>What becomes of the labels of chosen sequences.</summary>
/// <param name="Add">Put on each that has them not.</param>
/// <param name="Remove">Taken off each that has them.</param>
public sealed record LabelChange(IReadOnlyList<string> Add, IReadOnlyList<string> Remove)
{
    /// <summary>Nothing would change.</summary>
    public bool IsEmpty => Add.Count == 0 && Remove.Count == 0;

    /// <summary>The labels of one sequence after it.</summary>
    public IReadOnlyList<string> On(IReadOnlyList<string> labels) =>
        [.. labels.Where(label => !Remove.Contains(label)).Concat(Add.Where(label => !labels.Contains(label)))];

    /// <summary>Labels as typed, with commas between them; one that is known in another spelling keeps the known one.</summary>
    public static IReadOnlyList<string> Read(string typed, IReadOnlyList<string> known)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return
        [
            .. typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(
                    label =>
                        known.Contains(label)
                            ? label
                            : known.FirstOrDefault(one => one.Equals(label, StringComparison.OrdinalIgnoreCase)) ?? label)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }
}
