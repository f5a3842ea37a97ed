using FlowBuilder.Application.Sequences.Answers;

namespace FlowBuilder.Application.Sequences;

/// <summary>What a person at a screen is told when a use case on a sequence was refused: what happened, and what to do about it.</summary>
internal sealed class RefusalText : ISequenceRefusalVisitor<string>
{
    private RefusalText()
    {
    }

    /// <summary>It has nothing of its own.</summary>
    public static RefusalText Default { get; } = new();

    /// <inheritdoc />
    public string NotFound() => "This sequence no longer exists. Someone deleted it.";

    /// <inheritdoc />
    public string NotInSubscription() =>
        "Your plan does not include Sequence Automations. Upgrade to Growth or Enterprise to change sequences.";

    /// <inheritdoc />
    public string WrongState(string because) => because;

    /// <inheritdoc />
    public string Stale(int revision) => "Someone changed this sequence in the meantime. Look at it again, then redo your change.";

    /// <inheritdoc />
    public string PasswordNeeded() => "This sequence is protected. Unlock it with its password first.";

    /// <inheritdoc />
    public string PasswordWrong() => "That is not this sequence's password. Check capital letters, or ask an owner to reset it.";

    /// <inheritdoc />
    public string TooManyWrong(TimeSpan wait) => $"Too many wrong passwords. Try again in {SequenceText.Minutes(wait)}.";

    /// <inheritdoc />
    public string PasswordRefused(string because) => because;

    /// <inheritdoc />
    public string Guarded(SequenceRefusal.Guarded guarded) =>
        $"This is the drawing of {string.Join(", ", guarded.Sequences.Select(one => $"“{one.Title}”"))}, which is protected. Unlock it "
            + $"with its password first.";
}
