using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FlowBuilder.Core.Reading;

/// <summary>
/// Ids as senders write them, in one normal form: without blanks around and invisible characters, a whole number without its <c>.0</c>.
/// What programs write when they have no id (<c>undefined</c>, <c>null</c>, <c>[object Object]</c>,
/// <c>0</c>, <c>-</c>, <c>n/a</c>, an unfilled
/// <c>{{user.id}}</c>...) is no id: everybody without one would become one and the same person.
/// </summary>
public static class IdText
{
    private const string Brackets = "()[]{}<>\"'`“”‘’«».,;:!";

    private static readonly char[] Separators = [' ', ',', ';', '|', '-', '_', '/', '.', ':', '+'];
    private static readonly SearchValues<char> Between = SearchValues.Create(Separators);

    // What PostHog, Segment's libraries and spreadsheets are known to send in place of an id (posthog.com/docs, “illegal distinct ids”).
    private static readonly FrozenSet<string> Nobody = new[]
    {
        "undefined", "null", "nil", "none", "nan", "-nan", "n/a", "na", "n\\a", "n / a", "blank", "n.a.", "#n/a", "#ref!", "#value!",
        "#name?", "#null!", "<na>", "void", "empty", "missing", "unknown", "unset", "not set", "not available", "no id", "noid", "id",
        "#n/a n/a", "not_set", "%5bobject%20object%5d", "true", "false", "anonymous", "guest", "not_authenticated", "distinct_id",
        "distinctid", "userid", "user_id", "anonymousid", "anonymous_id", "customerid", "customer_id", "[object object]", "[object",
        "object]", "object object",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The normal form; null when the text is no id.</summary>
    public static string? Of(string? text) => Normal(text) is { Length: > 0 } id && !IsPlaceholder(id) ? id : null;

    /// <summary>The id a JSON value (text or number) spells; null when it is none, or when the value is neither.</summary>
    public static string? Of(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? Of(ValueText.Of(value)) : null;

    /// <summary>The normal form of whatever is written, placeholders included; empty for blanks.</summary>
    public static string Normal(string? text)
    {
        var id = PlainText.Of(text);
        return WholeNumber(id) ?? id;
    }

    /// <summary>Whether a text only says that there is no id.</summary>
    public static bool IsPlaceholder(string? text)
    {
        var id = AsciiDigits.Of(PlainText.Of(text).Normalize(NormalizationForm.FormKC));
        if (IsNothing(id) || Nobody.Contains(id) || IsUnfilled(id) || id.StartsWith("[object ", StringComparison.OrdinalIgnoreCase))
            return true;
        var bare = id.AsSpan().Trim(Brackets).Trim();
        if (bare.Length != id.Length) return IsPlaceholder(bare.ToString());
        if (id.AsSpan().IndexOfAny(Between) < 0) return false;
        var words = id.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && Array.TrueForAll(words, IsPlaceholder);
    }

    /// <summary>No letter, and no digit but zeros: <c>0</c>, <c>-</c>, <c>--</c>, <c>00000000-0000-0000-0000-000000000000</c>.</summary>
    private static bool IsNothing(string id)
    {
        foreach (var rune in id.EnumerateRunes())
            if (System.Text.Rune.IsLetter(rune)
                || (System.Text.Rune.IsDigit(rune) && rune.Value != '0')
                || rune.Value > 0x2fff
                || System.Text.Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol)
                return false;
        return true;
    }

    /// <summary>A merge field nobody filled in: <c>{{user.id}}</c>, <c>${userId}</c>, <c>%USER_ID%</c>, <c>*|ID|*</c>.</summary>
    private static bool IsUnfilled(string id) =>
        (id.StartsWith("{{", StringComparison.Ordinal) && id.EndsWith("}}", StringComparison.Ordinal))
        || (id.StartsWith("[[", StringComparison.Ordinal) && id.EndsWith("]]", StringComparison.Ordinal))
        || (id.Length > 4 && id.StartsWith("%%", StringComparison.Ordinal) && id.EndsWith("%%", StringComparison.Ordinal))
        || (id.StartsWith("${", StringComparison.Ordinal) && id.EndsWith('}'))
        || (id.StartsWith("#{", StringComparison.Ordinal) && id.EndsWith('}'))
        || (id.StartsWith("<%", StringComparison.Ordinal) && id.EndsWith("%>", StringComparison.Ordinal))
        || (id.StartsWith("*|", StringComparison.Ordinal) && id.EndsWith("|*", StringComparison.Ordinal))
        || (id.Length > 2 && id[0] == '%' && id[^1] == '%' && id.AsSpan(1, id.Length - 2).IndexOf('%') < 0);

    /// <summary><c>1001.0</c> and JSON's <c>1.001e3</c> are 1001; a text in exponents may have lost
    /// digits and stays as it is written.</summary>
    private static string? WholeNumber(string id)
    {
        var point = id.IndexOf('.', StringComparison.Ordinal);
        if (point <= 0 || id.AsSpan(point + 1).ContainsAnyExcept('0')) return null;
        var digits = id.AsSpan(0, point).TrimStart('-');
        return point + 1 < id.Length && digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') ? id[..point] : null;
    }
}
