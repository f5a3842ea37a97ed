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

    /// <summary>A person may have unlocked it in this browser session.</summary>
    public sealed record Session(Guid Id) : SequenceKey;
}
