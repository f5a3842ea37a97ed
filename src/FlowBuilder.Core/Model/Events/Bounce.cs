using System.Text.RegularExpressions;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Model.Events;

/// <summary>
/// Reads what providers tell of a message that came back. Their words differ: Amazon SES says Permanent, Transient, Undetermined; SendGrid bounce and
/// blocked; Mailgun permanent and temporary; Postmark HardBounce and SoftBounce; others give the status code of RFC 3463 (5.x.x, 4.x.x).
/// </summary>
public static partial class Bounce
{
    private static readonly string[] Kinds = ["bounce_type", "bounceType", "type", "bounce_class", "classification", "severity", "sub_type", "bounceSubType", "event"];
    private static readonly string[] Codes = ["status", "code", "smtp_code", "error_code", "diagnostic_code", "diagnosticCode"];
    private static readonly string[] Reasons = ["reason", "description", "message", "response", "error"];

    /// <summary>The kind; where nothing is said, hard.</summary>
    public static BounceKind Read(Properties told)
    {
        ArgumentNullException.ThrowIfNull(told);
        foreach (var name in Kinds)
            if (told.Text(name) is { } said && KindOf(string.Concat(said.Where(char.IsAsciiLetter))) is { } kind) return kind;
        foreach (var name in Codes)
            if (told.Text(name) is { } said && Status().Match(said) is { Success: true } code) return Temporary().IsMatch(said) || code.Value[0] == '4' ? BounceKind.Soft : BounceKind.Hard;
        foreach (var name in Reasons)
            if (told.Text(name) is { } said)
            {
                if (Temporary().IsMatch(said)) return BounceKind.Soft;
                if (Status().Match(said) is { Success: true } code) return code.Value[0] == '4' ? BounceKind.Soft : BounceKind.Hard;
            }

        return BounceKind.Hard;
    }

    private static BounceKind? KindOf(string said)
    {
        if (Complaints().IsMatch(said)) return BounceKind.Complaint;
        if (Soft().IsMatch(said)) return BounceKind.Soft;
        return Hard().IsMatch(said) ? BounceKind.Hard : null;
    }

    [GeneratedRegex("^(spam)?complain|^spam(notification|report)|^abuse|feedbackloop", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Complaints();

    [GeneratedRegex("soft|transient|temporar|undetermined|defer|delay|block|throttl|mailboxfull|quota|greylist|graylist|autoreply|autoresponder|outofoffice|challenge|dnserror|contentrejected|messagetoolarge|attachmentrejected|^general$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Soft();

    [GeneratedRegex("hard|permanent|invalid|noemail|nosuch|suppress|bademail|unknownuser|doesnotexist", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hard();

    [GeneratedRegex(@"\b[45](\.\d{1,3}\.\d{1,3}|\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Status();

    [GeneratedRegex(@"mailbox (is )?full|over ?quota|quota exceeded|out of storage|insufficient storage|try (again|later)|temporar|greylist|graylist|deferred|rate limit|too many (connections|messages)|[45]\.(2\.2|7\.\d{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Temporary();
}
