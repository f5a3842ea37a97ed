namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>With what somebody comes to a protected sequence. A closed set.</summary>
public abstract record SequenceKey
{
    private SequenceKey()
    {
    }

    /// <summary>Goes one way for a session and the other for passwords.</summary>
    public abstract T Match<T>(Func<Guid, T> session, Func<IReadOnlyList<string>, T> passwords);

    /// <summary>A program brings passwords with each call: none, one, or several where the call
    /// touches more than one sequence. One of them must fit.</summary>
    public sealed record Password(params IReadOnlyList<string> Texts) : SequenceKey
    {
        /// <summary>Never printed.</summary>
        public override string ToString() => nameof(Password);

        /// <inheritdoc />
        public override T Match<T>(Func<Guid, T> session, Func<IReadOnlyList<string>, T> passwords) => passwords(Texts);
    }

    /// <summary>A person may have unlocked it in this browser session.</summary>
    /// <param name="Id">Of the session, from its cookie.</param>
    public sealed record Session(Guid Id) : SequenceKey
    {
        /// <inheritdoc />
        public override T Match<T>(Func<Guid, T> session, Func<IReadOnlyList<string>, T> passwords) => session(Id);
    }
}
