namespace FlowBuilder.Runtime.Channels;

/// <summary>Phone numbers in the form providers want (E.164). Ten digits, or eleven beginning with 1, are taken as North American.</summary>
public static class PhoneNumber
{
    /// <summary>The number as <c>+15551234567</c>; null when it cannot be one.</summary>
    public static string? Normalize(string? text)
    {
        if (text is null || text.Length > 40) return null;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (text.Any(letter => !char.IsAsciiDigit(letter) && letter is not ('+' or ' ' or '-' or '(' or ')' or '.' or '/' or '\u00a0'))) return null;
        return text.TrimStart().StartsWith('+') ? digits.Length is >= 7 and <= 15 ? "+" + digits : null
            : digits.Length == 10 ? "+1" + digits
            : digits.Length == 11 && digits[0] == '1' ? "+" + digits
            : digits.Length > 11 && digits.StartsWith("00", StringComparison.Ordinal) && digits.Length <= 17 ? "+" + digits[2..]
            : null;
    }
}
