namespace FlowBuilder.Core.Reading;

/// <summary>Tags that people spell in two ways and mean once: “vip” and “V.I.P.”, “win-back” and
/// “winback”, “reminder” and “remimder”.</summary>
public static class TagSpelling
{
    /// <summary>Shorter tags differ by more than a slip of the finger: “a1” and “a2” are two tags.</summary>
    internal const int ShortestForSlips = 6;

    /// <summary>Known tags that look like <paramref name="tag"/> without being it.</summary>
    /// <param name="tag">As typed.</param>
    /// <param name="known">All tags there are.</param>
    public static IEnumerable<string> NearDuplicates(string tag, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(known);
        var plain = Plain(tag);
        return plain.Length == 0
            ? []
            : known.Where(other => !string.Equals(other, tag, StringComparison.Ordinal) && IsNear(plain, Plain(other)));
    }

    /// <summary>Letters and digits alone, in one case.</summary>
    internal static string Plain(string tag) => string.Concat(tag.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    internal static bool IsNear(string one, string other) =>
        one == other
        || (Math.Min(one.Length, other.Length) >= ShortestForSlips && !EndInDifferentNumbers(one, other) && IsOneSlip(one, other));

    /// <summary>“season 2025” and “season 2026” are meant to differ.</summary>
    private static bool EndInDifferentNumbers(string one, string other) => char.IsDigit(one[^1]) && char.IsDigit(other[^1]);

    /// <summary>One letter added, left out, changed, or two neighbours swapped.</summary>
    private static bool IsOneSlip(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > 1) return false;
        var from = 0;
        while (from < shorter.Length && shorter[from] == longer[from]) from++;
        if (longer.Length > shorter.Length) return shorter.AsSpan(from).SequenceEqual(longer.AsSpan(from + 1));
        if (shorter.AsSpan(from + 1).SequenceEqual(longer.AsSpan(from + 1))) return true;
        return from + 1 < shorter.Length
            && shorter[from] == longer[from + 1]
            && shorter[from + 1] == longer[from]
            && shorter.AsSpan(from + 2).SequenceEqual(longer.AsSpan(from + 2));
    }
}
