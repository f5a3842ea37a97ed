using System.Collections.Immutable;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Sequences;

namespace FlowBuilder.Runtime.Sequences;

/// <summary>What came of a use case on a sequence. A closed set; screens and API put it into their own words and codes.</summary>
public abstract record SequenceAnswer
{
    private SequenceAnswer()
    {
    }

    /// <summary>The company has no such sequence.</summary>
    public sealed record NotFound : SequenceAnswer;

    /// <summary>The draft is saved under this revision.</summary>
    public sealed record Saved(SequenceId Sequence, int Revision) : SequenceAnswer;

    /// <summary>Somebody saved in the meantime: the draft is at <paramref name="Revision"/>.</summary>
    public sealed record Stale(int Revision) : SequenceAnswer;

    /// <summary>A version is live.</summary>
    public sealed record Published(int Number, string PlanHash, ImmutableArray<Diagnostic> Diagnostics) : SequenceAnswer;

    /// <summary>The drawing cannot be published as it is.</summary>
    public sealed record NotPublishable(ImmutableArray<Diagnostic> Diagnostics) : SequenceAnswer;

    /// <summary>So many customers would enter at once: to be confirmed with that number.</summary>
    public sealed record Asks(int Customers) : SequenceAnswer;

    /// <summary>The sequence is at <paramref name="State"/> now.</summary>
    public sealed record Switched(SequenceState State) : SequenceAnswer;

    /// <summary>It is not in a state in which this can be done.</summary>
    public sealed record WrongState(string Because) : SequenceAnswer;
}
