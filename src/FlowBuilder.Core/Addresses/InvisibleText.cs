using System.Globalization;
using System.Text;

namespace FlowBuilder.Core.Addresses;

/// <summary>Takes out of a text what nobody sees: zero-width and direction marks, soft hyphens, fillers, variation selectors, control characters.</summary>
public static class InvisibleText
{
    /// <summary>The text without them and without blanks of any kind at its ends; null when it is no well-formed Unicode.</summary>
    public static string? Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done) return null;
            if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (!IsInvisible(rune)) clean.Append(rest[..length]);
            rest = rest[length..];
        }

        return clean.ToString().Trim(' ');
    }

    /// <summary>Whether a character takes part in a text without being seen. Blanks are seen.</summary>
    public static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180B or 0x180C or 0x180D or 0x2800 or 0x3164 or 0xFFA0;
}
