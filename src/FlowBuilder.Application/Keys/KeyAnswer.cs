namespace FlowBuilder.Application.Keys;

/// <summary>What came of making, rotating or revoking a key. A closed set.</summary>
public abstract record KeyAnswer
{
    private KeyAnswer()
    {
    }

    /// <summary>Here it is, this once.</summary>
    public sealed record Made(string Name, string Text) : KeyAnswer
    {
        /// <summary>Never printed.</summary>
        public override string ToString() => nameof(Made);
    }

    /// <summary>It opens nothing any more.</summary>
    public sealed record Revoked : KeyAnswer;

    /// <summary>The company has no such key.</summary>
    public sealed record NotFound : KeyAnswer;

    /// <summary>It cannot be done, and what to do instead.</summary>
    public sealed record Refused(string Because) : KeyAnswer;
}
