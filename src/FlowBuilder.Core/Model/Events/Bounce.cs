using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model.Events;

/// <summary>
/// Reads what providers tell of a message that came back. Their words differ: Amazon SES says Permanent, Transient, Undetermined; SendGrid
/// bounce and blocked; Mailgun permanent and temporary; Postmark HardBounce and SoftBounce; others
/// give the status code of RFC 3463 (5.x.x, 4.x.x).
/// </summary>
public static partial class Bounce
{
    private const int Deepest = 3;

    // Names without case and signs, in the order in which they are believed.
    private static readonly string[] Kinds =
        [
            "bouncetype", "type", "bounceclass", "classification", "bounceclassification", "severity", "subtype", "bouncesubtype", "event",
            "notificationtype", "eventtype", "recordtype", "feedbacktype"
        ];

    private static readonly string[] Codes = ["status", "code", "smtpcode", "errorcode", "diagnosticcode"];
    private static readonly string[] Reasons = ["reason", "description", "message", "response", "error"];
    private static readonly string[] Addresses =
        [
            "email", "recipient", "to", "address", "rcpt", "rcptto", "emailaddress", "toemail", "recipientaddress", "bouncedrecipients",
            "complainedrecipients", "recipients", "destination"
        ];

    private static readonly string[] Named = ["email", "recipient", "rcpt", "rcptto", "emailaddress", "toemail"];

    /// <summary>The kind; where nothing is said, hard.</summary>
    public static BounceKind Read(Properties told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var members = Members(told);
        if (members.Exists(member => member.Name is "complaint" && member.Value.ValueKind == JsonValueKind.Object))
            return BounceKind.Complaint;
        foreach (var said in Texts(members, Kinds))
            if ((ClassOf(said) ?? KindOf(Letters(said))) is { } kind) return kind;
        foreach (var said in Texts(members, Codes))
            if (Status().Match(said) is { Success: true } code)
                return Temporary().IsMatch(said) || code.Value[0] == '4' ? BounceKind.Soft : BounceKind.Hard;
        foreach (var said in Texts(members, Reasons))
        {
            if (Complaints().IsMatch(Letters(said))) return BounceKind.Complaint;
            if (Temporary().IsMatch(said)) return BounceKind.Soft;
            if (Status().Match(said) is { Success: true } code) return code.Value[0] == '4' ? BounceKind.Soft : BounceKind.Hard;
        }

        return BounceKind.Hard;
    }

    /// <summary>The address it is about, as written; null when it names none.</summary>
    public static string? AddressOf(Properties told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var members = Members(told);
        // One that is named and cannot be read is somebody's, and nobody knows whose: it is not the customer's.
        return Texts(members, Addresses).FirstOrDefault(text => text.Contains('@', StringComparison.Ordinal))
            ?? Texts(members, Named).FirstOrDefault();
    }

    /// <summary>SparkPost numbers its classes: 10, 30 and 90 are for good, the others for a while.</summary>
    private static BounceKind? ClassOf(string said) =>
        int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100
            ? number is 10 or 30 or 90 ? BounceKind.Hard : BounceKind.Soft
            : null;

    private static IEnumerable<string> Texts(List<(string Name, JsonElement Value)> members, string[] names) =>
        from name in names
        from member in members
        where member.Name == name
        let text = ValueText.Exactly(
            member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() > 0 ? member.Value[0] : member.Value)
        where !string.IsNullOrWhiteSpace(text)
        select text;

    /// <summary>Every member, those of the event itself first, then those within them: providers
    /// put what happened a level or two deeper.</summary>
    private static List<(string Name, JsonElement Value)> Members(Properties told)
    {
        var all = told.Members.Select(member => (Name: Bare(member.Key), member.Value)).ToList();
        for (var (level, from) = (1, 0); level < Deepest; level++)
        {
            var until = all.Count;
            for (; from < until; from++)
            {
                var value = all[from].Value;
                if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
                if (value.ValueKind == JsonValueKind.Object)
                    all.AddRange(value.EnumerateObject().Select(member => (Bare(member.Name), member.Value)));
            }
        }

        return all;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "The names are written in lower case.")]
    private static string Bare(string name) => Letters(name).ToLowerInvariant();

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter));

    private static BounceKind? KindOf(string said)
    {
        if (Complaints().IsMatch(said)) return BounceKind.Complaint;
        if (Soft().IsMatch(said)) return BounceKind.Soft;
        return Hard().IsMatch(said) ? BounceKind.Hard : null;
    }

    [GeneratedRegex(
        "^(spam)?complain|suppresscomplain|^spam(notification|report)|^spam$|^abuse|feedbackloop",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Complaints();

    [GeneratedRegex(
        "soft|transient|temporar|undetermined|defer|delay|block|throttl|mailboxfull|quota|greylist|graylist|autoreply|autoresponder|outofoffice|challenge|dnserror|contentrejected|messagetoolarge|attachmentrejected|reputation|technical|frequency|unclassified|mailboxunavailable|^content$|^general$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Soft();

    [GeneratedRegex(
        "hard|permanent|invalid|noemail|nosuch|suppress|bademail|unknownuser|doesnotexist",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hard();

    [GeneratedRegex(@"\b[45](\.[0-9]{1,3}\.[0-9]{1,3}|[0-9][0-9])\b", RegexOptions.CultureInvariant)]
    private static partial Regex Status();

    [GeneratedRegex(
        @"mailbox (is )?full|over ?quota|quota exceeded|out of storage|insufficient storage|try (again|later)|temporar|greylist|graylist|deferred|rate limit|too many (connections|messages)|[45]\.(2\.2|7\.[0-9]{1,3})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Temporary();
}
