namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>With what somebody comes to a protected sequence. A closed set.</summary>
public abstract record SequenceKey
{
    private SequenceKey()
    {
    }

    /// <summary>A program brings passwords with each call: none, one, or several where the call touches more than one sequence. One of them must fit.</summary>
    public sealed record Password(params IReadOnlyList<string> Texts) : SequenceKey
    {
        /// <summary>Never printed.</summary>
        public override string ToString() => nameof(Password);
    }

    /// <summary>A person may have unlocked it in this browser session.</summary>
    public sealed record Session(Guid Id) : SequenceKey;
}
