using System.Net;
using System.Text;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Html;

namespace FlowBuilder.Runtime.Links;

/// <summary>
/// Makes a message's stored HTML into what is sent: links lead through our door and a picture tells of opening. The stored HTML keeps
/// its own addresses; a click names a link by its number, and its target is read from there.
/// </summary>
public static class TrackedHtml
{
    /// <summary>The HTML to send.</summary>
    public static string Of(string html, MessageLinks links, CompanyId company, Message message)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(message);
        var sent = new StringBuilder(html.Length + 512);
        var at = 0;
        var index = 0;
        foreach (var (from, length, target) in Targets(html))
        {
            if (target is not null && !links.IsOurs(target))
            {
                sent.Append(html, at, from - at).Append(links.Click(company, message.Customer, message.Id, index));
                at = from + length;
            }

            index++;
        }

        sent.Append(html, at, html.Length - at);
        var picture =
            $"<img src=\"{links.Open(company, message.Customer, message.Id)}\" width=\"1\" height=\"1\" alt=\"\" style=\"border:0\">";
        var whole = sent.ToString();
        var body = whole.LastIndexOf("</body", StringComparison.OrdinalIgnoreCase);
        return body < 0 ? whole + picture : whole.Insert(body, picture);
    }

    /// <summary>Where the link of a number leads; null when there is none, or it is no web address.</summary>
    public static Uri? Target(string? html, int index) =>
        html is not null && Targets(html).Skip(index).Select(link => link.Target).FirstOrDefault() is { } target
            ? new Uri(target, UriKind.Absolute)
            : null;

    /// <summary>Every link in order, with where its address stands; the target is null when it is no web address.</summary>
    private static IEnumerable<(int From, int Length, string? Target)> Targets(string html)
    {
        for (var open = html.IndexOf('<', StringComparison.Ordinal); open >= 0 && open + 1 < html.Length; open = html.IndexOf('<', open))
        {
            var tag = HtmlTag.Read(html, open);
            open = Math.Max(tag.End, open + 1);
            if (tag is { Closes: false } && (tag.Is("a") || tag.Is("area")) && tag.Range("href") is var (from, length))
                yield return (from, length, WebAddress(WebUtility.HtmlDecode(html.Substring(from, length)).Trim()));
            if (open >= html.Length) yield break;
        }
    }

    private static string? WebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri
            : null;
}
