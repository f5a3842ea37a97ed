namespace FlowBuilder.Runtime.Templates;

/// <summary>What a person is called in a text. An address, a number or an id is no name: “Hi
/// p1@example.com!” is worse than “Hi there!”.</summary>
internal static class PersonNames
{
    private static readonly string[] Titles = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "sir", "madam"];

    /// <summary>A name as told; null when it is none.</summary>
    /// <param name="told">What stands in a name field.</param>
    /// <param name="ids">The person's own address, number and ids.</param>
    internal static string? Of(string? told, params ReadOnlySpan<string?> ids)
    {
        var name = told?.Trim();
        if (string.IsNullOrEmpty(name)
            || (name.Contains('@', StringComparison.Ordinal) && !name.Any(char.IsWhiteSpace))
            || !name.Any(char.IsLetter))
            return null;
        foreach (var id in ids)
            if (string.Equals(name, id?.Trim(), StringComparison.OrdinalIgnoreCase)) return null;
        return name;
    }

    /// <summary>The first name in a whole one; null when there is none.</summary>
    internal static string? First(string? name) => Parts(name) is [var first, ..] ? first : null;

    /// <summary>What stands behind the first name; null when nothing does.</summary>
    internal static string? Last(string? name) => Parts(name) is [_, .. { Length: > 0 } rest] ? string.Join(' ', rest) : null;

    private static string[] Parts(string? name)
    {
        if (name is null) return [];
        // “Lee, Ann” is Ann Lee; “Ann Lee, Jr.” stays.
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0
            && name[..comma].Trim() is { } before
            && !before.Contains(' ', StringComparison.Ordinal)
            && name[(comma + 1)..].Trim() is { Length: > 0 } behind)
            name = $"{behind} {before}";
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is [var title, _, ..] && Titles.Contains(title.TrimEnd('.').ToLowerInvariant()) ? words[1..] : words;
    }
}
