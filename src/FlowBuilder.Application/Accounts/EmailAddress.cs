using System.Net.Mail;

namespace FlowBuilder.Application.Accounts;

/// <summary>Addresses people type: one mailbox, nothing that would end a header line, name a second
/// receiver or be read as a name.</summary>
public static class EmailAddress
{
    public const int Longest = 254;

    private const string NotIn = "<>()[]\\,;:\"";

    /// <summary>The address without blanks around it; null when it is none.</summary>
    public static string? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > Longest
            || text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || NotIn.Contains(letter, StringComparison.Ordinal)))
            return null;
        return MailAddress.TryCreate(text, out var address)
            && address.Address == text
            && address.Host.Trim('.').Length > 0
            && !address.Host.StartsWith('.')
            ? text
            : null;
    }

    /// <summary>As Identity compares addresses.</summary>
    public static string Normal(string address) => address.Normalize().ToUpperInvariant();
}
