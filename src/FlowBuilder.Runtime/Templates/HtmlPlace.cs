using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Encodes a value for the place it is written to: text, a quoted or unquoted attribute, or the start of an address.</summary>
internal static class HtmlPlace
{
    private static readonly string[] Addresses = ["href", "src", "action", "background", "formaction", "xlink:href"];
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:", "sms:", "#", "/"];

    /// <summary>The value, safe behind what stands in <paramref name="before"/>.</summary>
    internal static string Encode(string value, LiquidOutput before)
    {
        var last = before.Length == 0 ? ' ' : before[before.Length - 1];
        if (last is '"' or '\'' or '=' && StartsAddress(before, last) && !Schemes.Any(scheme => value.AsSpan().TrimStart().StartsWith(scheme, StringComparison.OrdinalIgnoreCase)))
            return "#";
        return last == '=' ? EncodeAll(value) : HtmlEncoder.Default.Encode(value);
    }

    /// <summary>Whether the output ends with an attribute that holds an address, such as <c>href="</c>.</summary>
    private static bool StartsAddress(LiquidOutput before, char last)
    {
        var at = before.Length - (last == '=' ? 1 : 2);
        while (at >= 0 && char.IsWhiteSpace(before[at])) at--;
        if (at < 0 || before[at] != '=') return false;
        at--;
        while (at >= 0 && char.IsWhiteSpace(before[at])) at--;
        foreach (var name in Addresses)
        {
            var from = at - name.Length + 1;
            if (from < 1 || char.IsAsciiLetterOrDigit(before[from - 1]) || before[from - 1] is '-' or '_') continue;
            var index = 0;
            while (index < name.Length && char.ToLowerInvariant(before[from + index]) == name[index]) index++;
            if (index == name.Length) return true;
        }

        return false;
    }

    // Without quotes around it a blank would end the attribute and begin the next one.
    private static string EncodeAll(string value)
    {
        var text = new StringBuilder(value.Length * 2);
        foreach (var rune in value.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune)) text.Append(rune);
            else text.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};");
        return text.ToString();
    }
}
