namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>Addresses to go on to after a form: only inside this site, whatever a link says.</summary>
internal static class LocalAddress
{
    /// <summary>The address if it is a path of this site, in the characters that a header may carry; else the start page.</summary>
    public static string Of(string? address)
    {
        if (string.IsNullOrEmpty(address)
            || address[0] != '/'
            || address.Any(char.IsControl)
            || address.Contains('\\', StringComparison.Ordinal))
            return "/";
        // “//host” and “/%2Fhost”-like spellings name another site to some browsers.
        return address.Length > 1 && (address[1] is '/' or '%') ? "/" : Ascii(address);
    }

    /// <summary>Browsers show what stands beyond ASCII, headers carry it encoded.</summary>
    private static string Ascii(string address) => System.Text.Ascii.IsValid(address) ? address
        : string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
