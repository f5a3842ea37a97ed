using System.Globalization;
using System.Text;

namespace FlowBuilder.Core.Reading;

/// <summary>Digits of other scripts, and the wide ones of East Asian keyboards, as 0 to 9: what
/// reads numbers, dates and offsets of time reads these alone.</summary>
public static class AsciiDigits
{
    /// <summary>The text with every decimal digit as one of 0 to 9; as long as it was.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text)) return text;
        return string.Create(text.Length, text, static (latin, text) =>
        {
            for (var i = 0; i < text.Length; i++)
                latin[i] = char.IsDigit(text[i]) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text[i])) : text[i];
        });
    }
}
