using System.Text;

namespace FlowBuilder.Core.Reading;

/// <summary>Names of tags and people, on one line and in Unicode's form C, so that two spellings that look alike are one.</summary>
public static class NameText
{
    /// <summary>Line breaks, other control characters and runs of blanks become one blank, none at
    /// the ends; invisible characters go.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsTidy(text)) return text;
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Joiners hold together what is written as one sign (emoji, Persian): they stay inside a name.
            if (PlainText.IsInvisible(rune) && rune.Value is not (0x200C or 0x200D)) continue;
            var isBlank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (!isBlank) shown.Append(rune.ToString());
            else if (shown.Length > 0 && shown[^1] != ' ') shown.Append(' ');
        }

        return shown.ToString().Trim(' ', '\u200C', '\u200D').Normalize(NormalizationForm.FormC);
    }

    private static bool IsTidy(string text)
    {
        if (text[0] == ' ' || text[^1] == ' ') return false;
        for (var i = 0; i < text.Length; i++)
            if (text[i] is < ' ' or > '~' || (text[i] == ' ' && text[i - 1] == ' ')) return false;
        return true;
    }
}
