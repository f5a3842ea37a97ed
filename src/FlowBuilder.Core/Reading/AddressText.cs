using System.Globalization;

namespace FlowBuilder.Core.Reading;

/// <summary>
/// Texts that are email addresses or phone numbers, as conditions compare them: in their normal form, wherever they stand (a field of the
/// customer, a property of an event or a record). Texts that are neither are none of its business.
/// </summary>
internal static class AddressText
{
    private const string InNumbers = "0123456789+()-./ \u00a0";
    private const int FewestDigits = 7;
    private const int MostLetters = 40;

    /// <summary>Whether both are the same address.</summary>
    public static bool Same(string? one, string? other, ReadingRules reads)
    {
        if (one is null || other is null) return false;
        if (IsEmail(one) && IsEmail(other)) return EmailForm.Same(one, other);
        return Phone(one, reads) is { } number && number == Phone(other, reads);
    }

    /// <summary>Whether part of an address is as asked for, both in their normal form.</summary>
    public static bool Holds(string text, string part, ReadingRules reads, Func<string, string, bool> holds)
    {
        if (IsEmail(text)) return EmailForm.Key(text) is { } address && EmailPart(part) is { Length: > 0 } wanted && holds(address, wanted);
        return Phone(text, reads) is { } number
            && NumberPart(part) is { Length: > 0 } digits
            && holds(digits[0] == '+' ? number : number[1..], digits);
    }

    private static bool IsEmail(string text) => text.Contains('@', StringComparison.Ordinal);

    /// <summary>A text that looks like a phone number and is one. What cannot be one costs a look at its letters.</summary>
    private static string? Phone(string text, ReadingRules reads)
    {
        if (reads.Phones is not { } phones || text.Length is < FewestDigits or > MostLetters) return null;
        var digits = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter)) digits++;
            else if (!InNumbers.Contains(letter, StringComparison.Ordinal)
                && !char.IsWhiteSpace(letter)
                && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format)
                return null;
        }

        return digits >= FewestDigits && phones.Phone(text, reads.Country) is { Length: > 1 } number && number[0] == '+' ? number : null;
    }

    /// <summary>A whole address, its domain, or a piece of either.</summary>
    private static string? EmailPart(string part)
    {
        if (EmailForm.Key(part) is { } whole) return whole;
        if (PlainText.OfAddress(part) is not { } text) return null;
        var domain = text.IndexOf('@', StringComparison.Ordinal) + 1;
        return EmailForm.Key($"x@{text[domain..]}") is { } made
            ? string.Concat(AddressKey.Of(text[..domain]), made.AsSpan(2))
            : AddressKey.Of(text);
    }

    private static string? NumberPart(string part)
    {
        var text = part.Trim();
        if (text.Length is 0 or > MostLetters || !text.All(letter => InNumbers.Contains(letter, StringComparison.Ordinal))) return null;
        return (text[0] == '+' ? "+" : "") + string.Concat(text.Where(char.IsAsciiDigit));
    }
}
