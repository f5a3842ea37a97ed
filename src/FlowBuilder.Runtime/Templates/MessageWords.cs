using System.Net;
using System.Text;
using FlowBuilder.Runtime.Html;

namespace FlowBuilder.Runtime.Templates;

/// <summary>The words of an email apart from its design: a person writes other words, and tables,
/// pictures and links stay as they are.</summary>
public static class MessageWords
{
    /// <summary>Pieces of words in their order, as a reader sees them.</summary>
    public static IReadOnlyList<string> Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return [.. Pieces(html).Select(piece => Read(html[piece]))];
    }

    /// <summary>The same design with other words. Pieces that are missing at the end stay.</summary>
    /// <param name="html">What <see cref="Of"/> read.</param>
    /// <param name="words">As many as it has pieces; they are plain text, whatever stands in them.</param>
    public static string Put(string html, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(words);
        var text = new StringBuilder(html.Length + 64);
        var (from, index) = (0, 0);
        foreach (var piece in Pieces(html))
        {
            if (index == words.Count) break;
            var (start, length) = piece.GetOffsetAndLength(html.Length);
            text.Append(html, from, start - from);
            var word = words[index++];
            // Untouched pieces keep their own spelling of spaces and signs.
            if (word == Read(html[piece])) text.Append(html, start, length);
            else
                text.Append(Edge(html[piece], fromStart: true))
                    .Append(WebUtility.HtmlEncode(word.Trim()).ReplaceLineEndings("<br>"))
                    .Append(Edge(html[piece], fromStart: false));
            from = start + length;
        }

        return text.Append(html, from, html.Length - from).ToString();
    }

    /// <summary>The part of an email for programs that show no HTML.</summary>
    public static string Plain(string html) => HtmlText.Of(html);

    private static string Read(string raw) =>
        string.Join(' ', WebUtility.HtmlDecode(raw).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Edge(string raw, bool fromStart) =>
        (fromStart ? char.IsWhiteSpace(raw[0]) : char.IsWhiteSpace(raw[^1])) ? " " : "";

    private static IEnumerable<Range> Pieces(string html)
    {
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0 || open + 1 >= html.Length) open = html.Length;
            if (!string.IsNullOrWhiteSpace(WebUtility.HtmlDecode(html[at..open]).Replace('\u00a0', ' '))) yield return at..open;
            if (open == html.Length) yield break;
            if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
                at = end < 0 ? html.Length : end + 3;
                continue;
            }

            var tag = HtmlTag.Read(html, open);
            at = tag.End;
            if (tag.Closes || !(tag.Is("script") || tag.Is("style") || tag.Is("head") || tag.Is("title") || tag.Is("template"))) continue;
            var close = html.IndexOf("</" + tag.Name, at, StringComparison.OrdinalIgnoreCase);
            at = close < 0 ? html.Length : close;
        }
    }
}
