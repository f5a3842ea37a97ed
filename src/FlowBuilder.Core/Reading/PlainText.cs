using System.Globalization;
using System.Text;

namespace FlowBuilder.Core.Reading;

/// <summary>Texts as people see them: what senders leave in them without anybody seeing it is taken out.</summary>
public static class PlainText
{
    /// <summary>Without invisible characters (zero width, direction marks, byte order marks), blanks of every kind trimmed, in Unicode's form C. A lone surrogate becomes U+FFFD.</summary>
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
    public static bool IsInvisible(Rune rune) => rune.Value is 0xAD or 0xFEFF or 0x180E or 0x2060 or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
            if (character > 0x7e) return false;
        return true;
    }
}
