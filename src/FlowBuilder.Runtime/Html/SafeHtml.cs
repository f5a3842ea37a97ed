using AngleSharp.Css.Dom;
using AngleSharp.Dom;
using Ganss.Xss;

namespace FlowBuilder.Runtime.Html;

/// <summary>
/// The HTML of a message made fit to be looked at: nothing that runs, loads, sends or lies over anything. It is shown in a sandboxed
/// frame all the same. Kept are text, tables, colours and styles; links lead nowhere, and pictures from elsewhere are grey boxes, so
/// that looking at a message tells nobody that it was looked at.
/// </summary>
public static class SafeHtml
{
    /// <summary>Stands where a picture would be loaded from somewhere else.</summary>
    public const string BlockedPicture =
        "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMjAiIGhlaWdodD0iNjAiPjxyZWN0IHdpZHRoPSIxMDAlIiBoZWlnaHQ9IjEwMCUiIGZpbGw9IiNlM2U3ZTMiLz48L3N2Zz4=";

    private const string OwnStyle =
        "<style>:where(a){color:#1a5fb4;text-decoration:underline}:where(body){font:15px/1.5 "
            + "Arial,Helvetica,sans-serif;color:#1d2a1f;overflow-wrap:anywhere}img{max-width:100%}</style>";

    private static readonly string[] Tags =
        ("a abbr address b big blockquote body br caption center cite code col colgroup dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 "
            + "head hr html i img ins kbd li ol p pre q s samp small span strike strong style sub sup "
            + "table tbody td tfoot th thead title tr tt u ul var").Split(' ');

    private static readonly string[] Attributes =
        "abbr align alt bgcolor border cellpadding cellspacing class color colspan datetime dir face height href hspace lang nowrap role rowspan size span src start style title valign vspace width"
            .Split(
            ' ');

    // What takes a thing out of its place, loads something, or changes the pointer.
    private static readonly string[] NoStyles =
    [
        "background-image", "behavior", "border-image", "border-image-source", "bottom", "content", "cursor", "filter", "inset", "left",
        "list-style-image", "position", "right", "top", "transform", "z-index", "-moz-binding",
    ];

    private static readonly string[] Pictures = ["data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;"];

    /// <summary>A whole document to put into a frame.</summary>
    /// <param name="html">A message's HTML, from whoever wrote it.</param>
    public static SafeDocument Of(string? html)
    {
        var blocked = 0;
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Set(Tags), AllowedAttributes = Set(Attributes), AllowedSchemes = Set(["http", "https", "mailto", "tel", "data"]),
            UriAttributes = Set(["href", "src"]),
            AllowedCssProperties = Set(HtmlSanitizerDefaults.AllowedCssProperties.Except(NoStyles, StringComparer.OrdinalIgnoreCase)),
            AllowedAtRules = new HashSet<CssRuleType> { CssRuleType.Style, CssRuleType.Media },
        });
        sanitizer.FilterUrl += (_, url) =>
        {
            if (url.Tag.LocalName == "img" && IsPicture(url.OriginalUrl)) url.SanitizedUrl = url.OriginalUrl.Trim();
            else if (url.Tag.LocalName == "img") (url.SanitizedUrl, blocked) = (BlockedPicture, blocked + 1);
            else if (url.Tag.LocalName != "a" || IsData(url.OriginalUrl)) url.SanitizedUrl = null;
        };
        sanitizer.PostProcessNode += (_, processed) =>
        {
            if (processed.Node is not IElement { LocalName: "a" } link) return;
            if (link.GetAttribute("href") is { Length: > 0 } address) link.SetAttribute("title", address);
            link.RemoveAttribute("href");
        };
        var clean = sanitizer.SanitizeDocument(html ?? "");
        var head = clean.IndexOf("<head>", StringComparison.Ordinal);
        return new SafeDocument(head < 0 ? clean : clean.Insert(head + "<head>".Length, OwnStyle), blocked);
    }

    private static bool IsPicture(string url) =>
        Pictures.Any(start => url.TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static bool IsData(string url) => url.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> Set(IEnumerable<string> names) => new(names, StringComparer.OrdinalIgnoreCase);
}

/// <summary>A document that may be shown.</summary>
/// <param name="Html">The whole of it.</param>
/// <param name="BlockedPictures">How many pictures from elsewhere are not shown.</param>
public sealed record SafeDocument(string Html, int BlockedPictures);
