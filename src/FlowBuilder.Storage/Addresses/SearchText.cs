using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Storage.Addresses;

/// <summary>What a search looks through, and what is looked for in it: small letters without
/// accents and invisible characters; phone numbers as digits.</summary>
public static class SearchText
{
    /// <summary>A customer's text.</summary>
    /// <param name="name">The name that is shown.</param>
    /// <param name="email">As typed.</param>
    /// <param name="phone">As typed.</param>
    /// <param name="userId">The id in the sender's system.</param>
    /// <param name="normal">The phone number in E.164; null when it is none.</param>
    public static string Of(string? name, string? email, string? phone, string? userId, string? normal)
    {
        var parts = new string[6];
        var count = 0;
        Add(name);
        Add(email);
        Add(phone);
        Add(userId);
        var digits = Digits(normal);
        Add(digits);
        if (Digits(phone) is var typed && !digits.Contains(typed, StringComparison.Ordinal)) Add(typed);
        return string.Join(' ', parts.AsSpan(0, count));

        void Add(string? part)
        {
            if (!string.IsNullOrEmpty(part) && Fold(part) is var folded && !parts.AsSpan(0, count).Contains(folded))
                parts[count++] = folded;
        }
    }

    /// <summary>What a person looks for: the words as they are kept, and the digits when it may be a phone number.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="country">The company's: a number in its own country's spelling finds its international one.</param>
    public static (string Words, string? Digits) Sought(string? typed, string? country)
    {
        var words = Fold(typed ?? "").Trim();
        if (words.Length == 0
            || !words.All(letter => char.IsAsciiDigit(letter) || letter is '+' or '-' or '(' or ')' or '.' or '/' or ' ' or '–' or '‐'))
            return (words, null);
        var digits = PhoneForm.Of(typed, country) is { } number ? Digits(number) : Digits(words).TrimStart('0');
        return (words, digits.Length >= 3 ? digits : null);
    }

    /// <summary>Small letters, without accents: “Müller” and “MULLER” are one, and so are both ways to write é.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "Kept in lower case.")]
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text) && !text.AsSpan().ContainsAnyInRange('\0', '\u001f') && !text.Contains('\u007f', StringComparison.Ordinal))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune);
        foreach (var rune in whole.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark || PlainText.IsUnseen(rune)) continue;
            switch (rune.Value)
            {
                case 'ß': folded.Append("ss"); break;
                case 'ẞ': folded.Append("ss"); break;
                case 'æ' or 'Æ': folded.Append("ae"); break;
                case 'œ' or 'Œ': folded.Append("oe"); break;
                case 'ø' or 'Ø': folded.Append('o'); break;
                case 'ł' or 'Ł': folded.Append('l'); break;
                case 'đ' or 'Đ' or 'ð' or 'Ð': folded.Append('d'); break;
                case 'þ' or 'Þ': folded.Append("th"); break;
                case 'ı': folded.Append('i'); break;
                default: folded.Append(Rune.ToLowerInvariant(rune)); break;
            }
        }

        return folded.ToString();
    }

    private static string Digits(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAnyExceptInRange('0', '9')) return text ?? "";
        Span<char> digits = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        var count = 0;
        foreach (var letter in text)
            if (char.IsAsciiDigit(letter)) digits[count++] = letter;
        return new string(digits[..count]);
    }
}
