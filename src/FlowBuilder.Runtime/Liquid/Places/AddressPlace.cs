using System.Text;

namespace FlowBuilder.Runtime.Liquid.Places;

/// <summary>
/// Values in web addresses. One that begins an address must be one that leads to a page, a mailbox or a telephone, else it becomes
/// <c>#</c>; one behind something is a part of it and percent-encoded, so that it can neither end
/// the part nor choose where the address leads.
/// </summary>
internal static class AddressPlace
{
    private static readonly string[] Attributes =
    [
        "href", "src", "action", "background", "formaction", "xlink:href", "poster", "data", "cite", "longdesc", "lowsrc", "dynsrc", "ping",
        "srcset", "imagesrcset", "manifest", "codebase", "classid", "profile", "usemap", "archive", "icon",
    ];

    private static readonly string[] Beginnings = ["https://", "http://", "mailto:", "tel:", "sms:", "#", "/"];

    /// <summary>Whether an attribute holds an address.</summary>
    internal static bool Holds(string attribute) => Attributes.Contains(attribute, StringComparer.OrdinalIgnoreCase);

    /// <summary>A value for an address.</summary>
    /// <param name="value">What is written.</param>
    /// <param name="before">The address so far, decoded.</param>
    /// <param name="isEncoded">Whether it was made for an address already.</param>
    internal static string Encode(string value, string before, bool isEncoded)
    {
        var begun = Cleaned(before);
        if (begun.Length == 0)
        {
            var whole = Cleaned(value);
            return BeginsWell(whole) ? WithoutControls(value.Trim()) : "#";
        }

        if (isEncoded) return value;
        if (Begins(begun, "mailto:") && !begun.Contains('?', StringComparison.Ordinal)) return Percent(value.Trim(), "@+.");
        if (Begins(begun, "tel:") || Begins(begun, "sms:"))
            return string.Concat(value.Where(
                letter => char.IsAsciiDigit(letter) || letter is '+' or '-' or '.' or '(' or ')' or ';' or ',' or '*' or '#'));
        var host = begun.IndexOf("//", StringComparison.Ordinal);
        var path = host < 0 ? 0 : begun.IndexOfAny(['/', '?', '#'], host + 2);
        return path >= 0 && begun.IndexOfAny(['?', '#']) < 0 && begun.Contains('/', StringComparison.Ordinal)
            ? Percent(value, "/")
            : Percent(value, "");
    }

    /// <summary>An address as browsers read it: without blanks and control characters at its
    /// beginning, without line breaks anywhere.</summary>
    internal static string Cleaned(string address)
    {
        if (!address.AsSpan().ContainsAnyExceptInRange('!', '~')) return address;
        var text = new StringBuilder(address.Length);
        foreach (var letter in address)
            if (letter > ' '
                && !char.IsWhiteSpace(letter)
                && !char.IsControl(letter)
                && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format)
                text.Append(letter);
        return text.ToString();
    }

    /// <summary>A value as part of an address, everything but letters, digits, <c>-._~</c> and what is excepted percent-encoded.</summary>
    internal static string Percent(string value, string except)
    {
        var encoded = Uri.EscapeDataString(value);
        foreach (var letter in except)
            encoded = encoded.Replace(Uri.EscapeDataString(letter.ToString()), letter.ToString(), StringComparison.Ordinal);
        return encoded;
    }

    private static string WithoutControls(string address) =>
        address.Any(char.IsControl) ? string.Concat(address.Where(letter => !char.IsControl(letter))) : address;

    private static bool BeginsWell(string address)
    {
        foreach (var beginning in Beginnings)
            if (Begins(address, beginning)) return true;
        return false;
    }

    private static bool Begins(string text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
