namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>How a sequence stands to a person at a screen.</summary>
/// <param name="IsProtected">It has a password.</param>
/// <param name="UnlockedUntil">System time until which this person's session has it open; null: locked, or not protected.</param>
/// <param name="Title">What it is called.</param>
public sealed record SequenceStanding(bool IsProtected, DateTimeOffset? UnlockedUntil, string Title = "")
{
    /// <summary>Whether changing it needs the password now.</summary>
    public bool IsLocked => IsProtected && UnlockedUntil is null;
}
