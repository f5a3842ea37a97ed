namespace FlowBuilder.Core.Model.Messages;

/// <summary>What the policy says of a message.</summary>
public readonly record struct SendVerdict(SendChoice Choice, DateTimeOffset? Until = null, string? Because = null)
{
    /// <summary>It may leave.</summary>
    public static SendVerdict Go => default;

    /// <summary>It shall not leave at all.</summary>
    public static SendVerdict Skip(string because) => new(SendChoice.Skip, null, because);

    /// <summary>It shall leave later; then it is judged and rendered anew.</summary>
    public static SendVerdict PutOff(DateTimeOffset until, string? because) => new(SendChoice.PutOff, until, because);

    /// <summary>Its provider is left alone until an instant of the system clock; then it is judged anew.</summary>
    public static SendVerdict TryLater(DateTimeOffset until, string because) => new(SendChoice.TryLater, until, because);
}

/// <summary>The kinds of <see cref="SendVerdict"/>.</summary>
public enum SendChoice
{
    Go,
    Skip,
    PutOff,
    TryLater,
}
