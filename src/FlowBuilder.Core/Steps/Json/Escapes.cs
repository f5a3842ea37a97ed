using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FlowBuilder.Core.Steps.Json;

/// <summary>Looks at the escapes of a raw JSON string for what .NET strings and databases cannot hold.</summary>
internal static class Escapes
{
    /// <summary>False, with an error noted, when the raw string holds U+0000 or half a surrogate pair.</summary>
    public static bool Fine(string raw, string path, FieldErrors errors)
    {
        var at = 0;
        while ((at = raw.IndexOf('\\', at)) >= 0)
        {
            if (raw[at + 1] != 'u')
            {
                at += 2;
                continue;
            }

            var unit = Unit(raw, at);
            at += 6;
            if (unit == '\0') return Refuse(path, "null-character", "contains the character U+0000. Remove it.", errors);
            if (char.IsLowSurrogate(unit))
                return Refuse(path, "lone-surrogate", "contains half a character (a lone surrogate). Remove it.", errors);
            if (!char.IsHighSurrogate(unit)) continue;
            if (at + 6 > raw.Length || raw[at] != '\\' || raw[at + 1] != 'u' || !char.IsLowSurrogate(Unit(raw, at)))
                return Refuse(path, "lone-surrogate", "contains half a character (a lone surrogate). Remove it.", errors);
            at += 6;
        }

        return true;
    }

    /// <summary>The name of a member as it stands in the text, escapes untouched.</summary>
    public static string RawName(JsonProperty member) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));

    private static char Unit(string raw, int at) =>
        (char)ushort.Parse(raw.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static bool Refuse(string path, string code, string message, FieldErrors errors)
    {
        errors.Add(path, code, message);
        return false;
    }
}
