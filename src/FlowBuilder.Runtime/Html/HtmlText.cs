using System.Net;
using System.Text;

namespace FlowBuilder.Runtime.Html;

/// <summary>Makes the text part of an email from its HTML: words, line breaks, list points and the
/// addresses of links. One pass, no tree.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "table", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "header", "footer",
        "hr", "pre",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "head", "title", "template"
    };

    internal static string Of(string html)
    {
        var text = new StringBuilder(html.Length / 2);
        string? link = null;
        var linkFrom = 0;
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0 || open + 1 >= html.Length) open = html.Length;
            Words(text, html.AsSpan(at, open - at));
            if (open == html.Length) break;
            if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
                at = end < 0 ? html.Length : end + 3;
                continue;
            }

            var tag = HtmlTag.Read(html, open);
            at = tag.End;
            if (tag.Closes && tag.Is("a") && link is not null)
            {
                var shown = text.ToString(linkFrom, text.Length - linkFrom).Trim();
                if (!shown.Equals(link, StringComparison.OrdinalIgnoreCase) && !link.StartsWith('#'))
                    text.Append(shown.Length == 0 ? link : $" ({link})");
                link = null;
            }
            else if (!tag.Closes && tag.Is("a"))
            {
                link = tag.Attribute("href") is { } href ? WebUtility.HtmlDecode(href).Trim() : null;
                if (link?.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) == true
                    || link?.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) == true)
                    link = null;
                linkFrom = text.Length;
            }
            else if (tag.Is("br")) text.Append('\n');
            else if (tag.Is("li") && !tag.Closes) Line(text).Append("- ");
            else if (tag.Is("td") && tag.Closes) text.Append(' ');
            else if (!tag.Closes && Silent.Contains(tag.Name)) at = SkipTo(html, at, tag.Name);
            else if (Blocks.Contains(tag.Name)) Paragraph(text, tag.Is("tr") || tag.Is("div") ? 1 : 2);
        }

        return text.ToString().Trim();
    }

    /// <summary>The text with every tag, comment, script and style taken out. One pass, however many signs are never closed.</summary>
    internal static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) break;
            text.Append(html, at, open - at);
            var rest = html.AsSpan(open);
            var (end, length) = rest.StartsWith("<!--", StringComparison.Ordinal) ? (html.IndexOf("-->", open, StringComparison.Ordinal), 3)
                : rest.StartsWith("<script", StringComparison.OrdinalIgnoreCase)
                ? (html.IndexOf("</script>", open, StringComparison.OrdinalIgnoreCase), 9)
                : rest.StartsWith("<style", StringComparison.OrdinalIgnoreCase)
                ? (html.IndexOf("</style>", open, StringComparison.OrdinalIgnoreCase), 8)
                : (html.IndexOf('>', open), 1);
            at = open;
            if (end < 0) break;
            at = end + length;
        }

        return text.Append(html, at, html.Length - at).ToString();
    }

    private static int SkipTo(string html, int from, string name)
    {
        var end = html.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        if (end < 0) return html.Length;
        var close = html.IndexOf('>', end);
        return close < 0 ? html.Length : close + 1;
    }

    private static void Words(StringBuilder text, ReadOnlySpan<char> raw)
    {
        if (raw.IsEmpty) return;
        foreach (var letter in raw.Contains('&') ? WebUtility.HtmlDecode(raw.ToString()) : raw)
        {
            if (!char.IsWhiteSpace(letter) || letter == '\u00a0') text.Append(letter == '\u00a0' ? ' ' : letter);
            else if (text.Length > 0 && text[^1] is not ' ' and not '\n') text.Append(' ');
        }
    }

    private static StringBuilder Line(StringBuilder text)
    {
        Paragraph(text, 1);
        return text;
    }

    private static void Paragraph(StringBuilder text, int breaks)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length == 0) return;
        var there = 0;
        while (there < text.Length && there < breaks && text[text.Length - 1 - there] == '\n') there++;
        text.Append('\n', breaks - there);
    }
}
