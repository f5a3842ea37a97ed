using FlowBuilder.Application.Sequences.Answers;

namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>Whether a sequence opened. A closed set.</summary>
public abstract record SequenceOpening
{
    private SequenceOpening()
    {
    }

    /// <summary>It did.</summary>
    public sealed record Open(SequenceAccess Access) : SequenceOpening;

    /// <summary>It did not, and why.</summary>
    public sealed record Closed(SequenceRefusal Because) : SequenceOpening;
}
