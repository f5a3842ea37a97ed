namespace FlowBuilder.Runtime.Sequences;

/// <summary>With what somebody comes to a protected sequence. A closed set.</summary>
public abstract record SequenceKey
{
    private SequenceKey()
    {
    }

    /// <summary>A program brings the password with each call; null: it brings none.</summary>
    public sealed record Password(string? Text) : SequenceKey
    {
        /// <summary>Never printed.</summary>
        public override string ToString() => nameof(Password);
    }

    /// <summary>A program brings several with one call: what it does touches more than one sequence, each with a password of its own. One of them must fit.</summary>
    public sealed record Passwords(IReadOnlyList<string> Texts) : SequenceKey
    {
        /// <summary>Never printed.</summary>
        public override string ToString() => nameof(Passwords);
    }

    /// <summary>A person may have unlocked it in this browser session.</summary>
    public sealed record Session(Guid Id) : SequenceKey;
}
