namespace FlowBuilder.Core.Steps.Settings;

/// <summary>Something outside the sequence that a step's settings name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Template key, sequence id, tag, or recipient.</param>
/// <param name="Use">What the step does with it.</param>
public readonly record struct Reference(ReferenceKind Kind, string Key, ReferenceUse Use = ReferenceUse.Reads);

/// <summary>What a <see cref="Reference"/> names.</summary>
public enum ReferenceKind
{
    Template,
    Sequence,
    Tag,
    Person,
}

/// <summary>What a step does with what it names.</summary>
public enum ReferenceUse
{
    Reads,
    Adds,
    Removes,
    Starts,
    Stops,
}
