namespace FlowBuilder.Core.Model.Addresses;

/// <summary>A no to an address, for one reason. It stays as a line of its history when it has ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="At">When it was said, on the product clock.</param>
/// <param name="Source">Where it came from, in words for the company's people.</param>
public sealed record Suppression(SuppressionReason Reason, DateTimeOffset At, string Source)
{
    /// <summary>Longest <see cref="Source"/> and <see cref="EndedBy"/>.</summary>
    public const int LongestSource = 200;

    /// <summary>When somebody's yes ended it; null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What ended it, in words.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Of <see cref="SuppressionReason.SoftBounces"/>: when the one before came back.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Whether it holds.</summary>
    public bool Holds => EndedAt is null;

    /// <summary>Words as they may be stored.</summary>
    public static string Short(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Length <= LongestSource ? words : string.Concat(words.AsSpan(0, LongestSource - 1), "…");
    }
}
