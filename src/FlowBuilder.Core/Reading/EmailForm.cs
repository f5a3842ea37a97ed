using System.Globalization;
using System.Text;

namespace FlowBuilder.Core.Reading;

/// <summary>
/// The one normal form of email addresses: blanks and invisible characters gone, what people paste around an address (<c>mailto:</c>, a
/// name with angle brackets, quotes, a full stop) taken off, the domain in lower case and in ASCII (punycode, RFC 5891). Two addresses are
/// the same when their <see cref="Key"/> is; the local part is compared without case, as every
/// large provider does, although RFC 5321 would allow otherwise.
/// </summary>
public static class EmailForm
{
    private const int Longest = 320;
    private const string NotInLocal = "<>()[],;:\\\"@\ufffd";
    private static readonly char[] Around = ['"', '\'', '“', '”', '‘', '’', '<', '>', ',', ';', ':', '.', ' '];

    /// <summary>The address as it is written to; null when the text cannot be one.</summary>
    public static string? Of(string? typed)
    {
        if (typed is not null && IsPlain(typed)) return typed;
        if (typed is null || typed.Length > 4 * Longest || PlainText.OfAddress(typed) is not { Length: > 0 } text) return null;
        text = Bare(text.Normalize(NormalizationForm.FormKC));
        var at = text.LastIndexOf('@');
        if (at <= 0 || text.Length > Longest) return null;
        var (local, domain) = (text[..at].TrimEnd(' '), text[(at + 1)..].TrimStart(' '));
        if (local.Length is 0 or > 64
            || local.Any(
                letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || NotInLocal.Contains(letter, StringComparison.Ordinal)))
            return null;
        return Domain(domain) is { } ascii ? $"{local}@{ascii}" : null;
    }

    /// <summary>What addresses are compared and looked up by; null when the text cannot be one.</summary>
    public static string? Key(string? typed) => Of(typed) is { } address ? AddressKey.Of(address) : null;

    /// <summary>Whether both are the same address.</summary>
    public static bool Same(string? one, string? other) => Key(one) is { } key && key == Key(other);

    /// <summary>Nearly all addresses are in their form already: small plain letters, one @, a domain of short parts.</summary>
    private static bool IsPlain(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > 64 || text.Length > 128 || text[0] == '.' || text[^1] is '.' or '-') return false;
        var part = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (i == at) continue;
            if (!char.IsAsciiLetterLower(letter)
                && !char.IsAsciiDigit(letter)
                && letter is not ('.' or '-')
                && !(i < at && letter is '_' or '+'))
                return false;
            if (i < at) continue;
            if (letter == '.' ? part == 0 || text[i - 1] == '-' : letter == '-' && part is 0 or 2 or 3) return false;
            part = letter == '.' ? 0 : part + 1;
            if (part > 60) return false;
        }

        return part > 0;
    }

    /// <summary>Without what stands around an address.</summary>
    private static string Bare(string text)
    {
        if (text.LastIndexOf('<') is >= 0 and var open && text.IndexOf('>', open) is var close && close > open)
            text = text[(open + 1)..close];
        text = text.Trim(Around);
        while (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) text = text[7..].Split('?')[0].Trim(Around);
        return text;
    }

    private static string? Domain(string domain)
    {
        if (domain.Length == 0) return null;
        try
        {
            return new IdnMapping { AllowUnassigned = true, UseStd3AsciiRules = true }
                .GetAscii(domain).ToLowerInvariant() is { Length: <= 255 } ascii
                ? ascii
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
