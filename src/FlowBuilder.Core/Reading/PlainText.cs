using System.Globalization;
using System.Text;

namespace FlowBuilder.Core.Reading;

/// <summary>Texts as people see them: what senders leave in them without anybody seeing it is taken out.</summary>
public static class PlainText
{
    /// <summary>Without invisible characters (zero width, direction marks, byte order marks), blanks of
    /// every kind trimmed, in Unicode's form C. A lone surrogate becomes U+FFFD.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsPlain(text)) return text.Trim();
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!IsInvisible(rune)) shown.Append(Rune.IsWhiteSpace(rune) && rune.Value > 0x7f ? " " : rune.ToString());
        return shown.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether a character has no look of its own, whatever stands beside it.</summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value is 0xAD or 0xFEFF or 0x180E or 0x2060 or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E)
            or (>= 0x2066 and <= 0x2069)
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;

    /// <summary>
    /// An address is stricter than a name: what takes part in a text without being seen goes too
    /// where a name would need it (joiners, variation selectors, fillers, control characters).
    /// </summary>
    /// <returns>The text with blanks of every kind as one sort and none at its ends; null when it is no well-formed Unicode.</returns>
    public static string? OfAddress(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done) return null;
            if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (!IsUnseen(rune)) clean.Append(rest[..length]);
            rest = rest[length..];
        }

        return clean.ToString().Trim(' ');
    }

    /// <summary>Whether a character takes part in a text without being seen: all that <see cref="IsInvisible"/>
    /// are, and those that only change how others look. Blanks are seen.</summary>
    public static bool IsUnseen(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control && !Rune.IsWhiteSpace(rune))
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5
            or 0x180B or 0x180C or 0x180D or 0x2800 or 0x3164 or 0xFFA0;

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
            if (character > 0x7e) return false;
        return true;
    }
}
