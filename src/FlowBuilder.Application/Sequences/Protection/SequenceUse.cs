namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>What a protected sequence is opened for.</summary>
public enum SequenceUse
{
    /// <summary>Edit, save, publish, pause, resume, archive, delete, copy, and its password itself.
    /// Not on a plan without sequences.</summary>
    Change,

    /// <summary>Export. On every plan: what a company has drawn is its own.</summary>
    TakeAway,
}
