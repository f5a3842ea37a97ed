using System.Text.Json;
using System.Text.Unicode;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Web.Hosting.RequestBodies;

/// <summary>
/// Reads JSON once, without building anything, and names the first place that no store should ever see: broken syntax, nesting
/// beyond the limit, U+0000, half surrogate pairs, bytes that are not UTF-8, numbers beyond a double, a member named twice.
/// </summary>
internal static class StrictJson
{
    /// <summary>Nesting allowed in any body.</summary>
    public const int MaxDepth = 64;

    /// <summary>The first fault, or null when all is well.</summary>
    /// <param name="json">The whole body, UTF-8.</param>
    /// <param name="maxDepth">Objects and arrays inside each other; the outermost counts.</param>
    public static FieldError? Check(ReadOnlySpan<byte> json, int maxDepth = MaxDepth)
    {
        var path = new JsonPath();
        var utf8 = Utf8.IsValid(json);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        try
        {
            while (reader.Read())
            {
                path.Move(ref reader);
                if (FaultAt(ref reader, utf8, maxDepth) is { } fault) return fault with { Field = path.Text };
                if (path.NamedTwice) return new FieldError(path.Text, "named-twice", "appears twice in the same object; send it once.");
            }

            return utf8 ? null : new FieldError("$", "not-utf8", "the body must be UTF-8 text.");
        }
        catch (JsonException e)
        {
            return new FieldError(
                path.Text, "invalid-json", $"is not valid JSON (line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}).");
        }
    }

    private static FieldError? FaultAt(ref Utf8JsonReader reader, bool utf8, int maxDepth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= maxDepth:
                return new FieldError("", "too-deep", $"is nested deeper than {maxDepth} levels.");
            case JsonTokenType.String or JsonTokenType.PropertyName:
                if (!utf8 && !Utf8.IsValid(reader.ValueSpan)) return new FieldError("", "not-utf8", "is not valid UTF-8 text.");
                return reader.ValueIsEscaped ? EscapeFault(reader.ValueSpan) : null;
            case JsonTokenType.Number:
                return reader.ValueSpan.Length > 64 || !reader.TryGetDouble(out var number) || !double.IsFinite(number)
                    ? new FieldError("", "number-too-large", "is not a number that can be stored; send it as text.")
                    : null;
            default:
                return null;
        }
    }

    /// <summary>Whether escaped text holds something that no .NET string could be made of.</summary>
    public static bool BreaksText(ReadOnlySpan<byte> escaped) => EscapeFault(escaped) is not null;

    private static FieldError? EscapeFault(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\') continue;
            if (text[++i] != 'u') continue;
            var unit = Unit(text, i + 1);
            i += 4;
            if (unit == 0) return new FieldError("", "null-character", "contains the character U+0000, which cannot be stored.");
            if (!char.IsSurrogate(unit)) continue;
            var paired = char.IsHighSurrogate(unit) && i + 6 < text.Length && text[i + 1] == '\\' && text[i + 2] == 'u'
                && char.IsLowSurrogate(Unit(text, i + 3));
            if (!paired)
                return new FieldError("", "broken-character", "contains half a character (a lone surrogate), which cannot be stored.");
            i += 6;
        }

        return null;
    }

    private static char Unit(ReadOnlySpan<byte> text, int at)
    {
        var unit = 0;
        foreach (var digit in text.Slice(at, 4)) unit = (unit << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        return (char)unit;
    }
}
