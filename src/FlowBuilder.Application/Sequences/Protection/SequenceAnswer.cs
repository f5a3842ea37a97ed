using System.Collections.Immutable;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Application.Sequences.Protection;

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

    /// <summary>The draft as a document to take along.</summary>
    public sealed record Exported(string Title, string Document) : SequenceAnswer;

    /// <summary>It is not in a state in which this can be done.</summary>
    public sealed record WrongState(string Because) : SequenceAnswer;

    /// <summary>It has a password, and none was given, or the session no longer has it open.</summary>
    public sealed record PasswordNeeded : SequenceAnswer;

    /// <summary>The password given is not the sequence's.</summary>
    public sealed record PasswordWrong : SequenceAnswer;

    /// <summary>So many wrong passwords that none is looked at for <paramref name="Wait"/>.</summary>
    public sealed record TooManyWrong(TimeSpan Wait) : SequenceAnswer;

    /// <summary>This cannot be a password.</summary>
    public sealed record PasswordRefused(string Because) : SequenceAnswer;

    /// <summary>Whether it has a password now.</summary>
    public sealed record Protected(bool Now) : SequenceAnswer;

    /// <summary>It would take along or change what these protected sequences hold, and they stayed closed.</summary>
    /// <param name="Sequences">Those that stayed closed.</param>
    /// <param name="Because">Why: <see cref="PasswordNeeded"/>, <see cref="PasswordWrong"/> or <see cref="TooManyWrong"/>.</param>
    public sealed record Guarded(ImmutableArray<ProtectedSequence> Sequences, SequenceAnswer Because) : SequenceAnswer;

    /// <summary>The company's plan has no sequences: they can be looked at and exported, nothing more.</summary>
    public sealed record NotInPlan : SequenceAnswer;
}
