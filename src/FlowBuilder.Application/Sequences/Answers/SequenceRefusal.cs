using System.Collections.Immutable;

namespace FlowBuilder.Application.Sequences.Answers;

/// <summary>
/// Why a use case on a sequence changed nothing. A closed set: whoever has something to say for each of them says it in an
/// <see cref="ISequenceRefusalVisitor{T}"/>, so that none is forgotten.
/// </summary>
public abstract record SequenceRefusal
{
    private SequenceRefusal()
    {
    }

    /// <summary>What a visitor has to say for this one.</summary>
    public abstract T Accept<T>(ISequenceRefusalVisitor<T> visitor);

    /// <summary>The company has no such sequence.</summary>
    public sealed record NotFound : SequenceRefusal
    {
        /// <inheritdoc />
        public override T Accept<T>(ISequenceRefusalVisitor<T> visitor) => visitor.NotFound();
    }

    /// <summary>The company's plan has no sequences: they can be looked at and exported, nothing more.</summary>
    public sealed record NotInSubscription : SequenceRefusal
    {
        /// <inheritdoc />
        public override T Accept<T>(ISequenceRefusalVisitor<T> visitor) => visitor.NotInSubscription();
    }

    /// <summary>It is not in a state in which this can be done.</summary>
    /// <param name="Because">Why, as a sentence a marketer understands.</param>
    public sealed record WrongState(string Because) : SequenceRefusal
    {
        /// <inheritdoc />
        public override T Accept<T>(ISequenceRefusalVisitor<T> visitor) => visitor.WrongState(Because);
    }

    /// <summary>Somebody saved in the meantime.</summary>
    /// <param name="Revision">That of the draft now.</param>
    public sealed record Stale(int Revision) : SequenceRefusal
    {
        /// <inheritdoc />
        public override T Accept<T>(ISequenceRefusalVisitor<T> visitor) => visitor.Stale(Revision);
    }

    /// <summary>It has a password, and none was given, or the session no longer has it open.</summary>
    public sealed record PasswordNeeded : SequenceRefusal
    {
        /// <inheritdoc />
        public override T Accept<T>(ISequenceRefusalVisitor<T> visitor) => visitor.PasswordNeeded();
    }

    /// <summary>The password given is not the sequence's.</summary>
    public sealed record PasswordWrong : SequenceRefusal
    {
        /// <inheritdoc />
        public override T Accept<T>(ISequenceRefusalVisitor<T> visitor) => visitor.PasswordWrong();
    }

    /// <summary>There were so many wrong passwords that none is looked at for a while.</summary>
    /// <param name="Wait">For how long.</param>
    public sealed record TooManyWrong(TimeSpan Wait) : SequenceRefusal
    {
        /// <inheritdoc />
        public override T Accept<T>(ISequenceRefusalVisitor<T> visitor) => visitor.TooManyWrong(Wait);
    }

    /// <summary>The new password cannot be one.</summary>
    /// <param name="Because">Why, as a sentence a marketer understands.</param>
    public sealed record PasswordRefused(string Because) : SequenceRefusal
    {
        /// <inheritdoc />
        public override T Accept<T>(ISequenceRefusalVisitor<T> visitor) => visitor.PasswordRefused(Because);
    }

    /// <summary>It would take along or change what protected sequences hold, and they stayed closed.</summary>
    /// <param name="Sequences">Those that stayed closed; at least one.</param>
    /// <param name="Because">Why: <see cref="PasswordNeeded"/>, <see cref="PasswordWrong"/> or <see cref="TooManyWrong"/>.</param>
    public sealed record Guarded(ImmutableArray<ProtectedSequence> Sequences, SequenceRefusal Because) : SequenceRefusal
    {
        /// <inheritdoc />
        public override T Accept<T>(ISequenceRefusalVisitor<T> visitor) => visitor.Guarded(this);
    }
}
