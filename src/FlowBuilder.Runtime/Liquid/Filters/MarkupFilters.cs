using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using FlowBuilder.Runtime.Html;
using FlowBuilder.Runtime.Liquid.Data;

namespace FlowBuilder.Runtime.Liquid.Filters;

/// <summary>Filters that encode for a place: HTML, addresses, JSON, base64. What they made is not
/// encoded a second time where it belongs.</summary>
internal static partial class MarkupFilters
{
    internal static IEnumerable<(string Name, Func<FilterCall, object?> Apply)> All { get; } =
    [
        ("date", call => LiquidDate.Format(call.Input, call.At(0) as string, call.Context.Fields)),
        ("escape", call => call.HasText ? Escaped(call.Text) : null),
        ("escape_once", call => call.HasText ? Escaped(WebUtility.HtmlDecode(call.Text)) : null),
        ("newline_to_br", call => call.HasText ? Broken(call.Text) : null),
        ("strip_html", call => HtmlText.WithoutTags(call.Text)),
        ("json", call => new JsonFragment(LiquidJson.Write(call.Input, call.Context))),
        ("url_encode", call =>
            call.HasText ? new UrlFragment(Uri.EscapeDataString(call.Text).Replace("%20", "+", StringComparison.Ordinal)) : null),
        ("url_escape", call => call.HasText ? new UrlFragment(Uri.EscapeDataString(call.Text)) : null),
        ("url_decode", call => call.HasText ? Uri.UnescapeDataString(call.Text.Replace('+', ' ')) : null),
        ("base64_encode", call => call.HasText ? Convert.ToBase64String(Encoding.UTF8.GetBytes(call.Text)) : null),
        ("base64_decode", call => Decoded(call.Text)),
        ("base64_url_safe_encode", call =>
            call.HasText ? Convert.ToBase64String(Encoding.UTF8.GetBytes(call.Text)).Replace('+', '-').Replace('/', '_') : null),
        ("base64_url_safe_decode", call => Decoded(call.Text.Replace('-', '+').Replace('_', '/'))),
    ];

    private static HtmlFragment Escaped(string text)
    {
        var html = HtmlEncoder.Default.Encode(text);
        return new HtmlFragment(html, html, text);
    }

    private static HtmlFragment Broken(string text) =>
        new(string.Join("<br>", LineBreak().Replace(text, "\n").Split('\n').Select(HtmlEncoder.Default.Encode)), text, text);

    private static string Decoded(string text)
    {
        var padded = text.Trim().PadRight((text.Trim().Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written)
            : throw new LiquidException($"“{(text.Length > 40 ? text[..40] + "…" : text)}” is not base64 text, so it cannot be decoded.");
    }

    [GeneratedRegex("\r\n|\r", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();
}
