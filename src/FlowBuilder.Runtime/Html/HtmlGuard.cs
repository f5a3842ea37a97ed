using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FlowBuilder.Runtime.Liquid;
using FlowBuilder.Runtime.Liquid.Places;

namespace FlowBuilder.Runtime.Html;

/// <summary>
/// Looks an HTML template over before it is saved, as a browser reads it: what would run, load or lead into a script is refused, and so is
/// a merge field in a place where encoding cannot make it safe. Liquid is taken out first, so that nothing hides in it.
/// </summary>
internal static partial class HtmlGuard
{
    /// <summary>How deep tags may nest: a browser's tree is built in a time that grows with the square of it.</summary>
    private const int MostNested = 1_000;

    /// <summary>Stands for a merge field.</summary>
    private const char Field = '\uE000';

    private static readonly string[] Running = ["script", "iframe", "object", "embed", "applet", "frame", "frameset", "portal"];
    // These have no end, or need none.
    private static readonly string[] Unclosed =
    [
        "area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option",
        "thead", "tbody", "tfoot"
    ];
    private static readonly string[] Schemes =
    [
        "http", "https", "mailto", "tel", "sms", "cid", "geo", "webcal", "whatsapp", "callto", "facetime", "maps", "skype"
    ];

    internal static IEnumerable<LiquidError> Check(string html)
    {
        var bare = LiquidSource.Without(html, Field);
        var found = new SortedDictionary<int, string>();
        if (Fields(bare, found) is { } deep)
            return [new LiquidError(
                deep, $"Tags are nested more than {MostNested} levels deep here. No mail program shows that; close some tags first.")];
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        var document = parser.ParseDocument(bare);
        Elements(document, found, bare);
        return found.Select(one => new LiquidError(one.Key, one.Value));
    }

    /// <summary>Finds merge fields where no value is safe; the answer is the line on which tags nest too deep to be looked at.</summary>
    private static int? Fields(string bare, SortedDictionary<int, string> found)
    {
        var reader = new HtmlPlaceReader();
        reader.Begin();
        var (line, deep) = (1, 0);
        foreach (var letter in bare)
        {
            if (letter == '\n') line++;
            if (letter == Field && Unsafe(reader) is { } words) found.TryAdd(line, words);
            // A field where a tag or an attribute begins is nothing to go on with.
            var inTag = letter == '>'
                && reader.Now is HtmlPlaceReader.Place.TagName or HtmlPlaceReader.Place.BetweenAttributes
                    or HtmlPlaceReader.Place.AttributeName or HtmlPlaceReader.Place.BehindName or HtmlPlaceReader.Place.Unquoted;
            if (letter == '>' && inTag && !Unclosed.Contains(reader.Tag, StringComparer.Ordinal))
                deep = reader.Closes ? Math.Max(0, deep - 1) : deep + 1;
            if (deep > MostNested) return line;
            if (letter != Field
                || reader.Now is HtmlPlaceReader.Place.Quoted or HtmlPlaceReader.Place.Unquoted or HtmlPlaceReader.Place.BeforeValue)
                reader.Read(letter);
        }

        return null;
    }

    private static string? Unsafe(HtmlPlaceReader reader) => reader.Now switch
    {
        HtmlPlaceReader.Place.BeforeValue or HtmlPlaceReader.Place.Unquoted or HtmlPlaceReader.Place.AttributeName
            or HtmlPlaceReader.Place.BetweenAttributes or HtmlPlaceReader.Place.BehindName =>
            $"A field in the tag <{reader.Tag}> has no quotes around it. Write it as name=\"{{{{ ... }}}}\".",
        HtmlPlaceReader.Place.TagName => $"A field is used in the name of the tag <{reader.Tag}>. Write the tag's name out.",
        HtmlPlaceReader.Place.RawText when reader.Tag == "style" => "Fields cannot be used inside <style>. Put them in the text.",
        _ => null,
    };

    /// <summary>Every element in its order, those in templates too; without going deep, however deep they nest.</summary>
    private static void Elements(INode root, SortedDictionary<int, string> found, string bare)
    {
        var open = new Stack<INode>([root]);
        var read = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        while (open.TryPop(out var node))
        {
            if (node is IElement element)
            {
                var line = Line(element, bare, read);
                if (Fault(element) is { } words) found.TryAdd(line, words);
            }

            for (var child = node.LastChild; child is not null; child = child.PreviousSibling) open.Push(child);
            if (node is IHtmlTemplateElement template) open.Push(template.Content);
        }
    }

    /// <summary>Of elements that are no HTML (SVG, MathML) the parser does not say where they stand: the next of that name is it.</summary>
    private static int Line(IElement element, string bare, Dictionary<string, int> read)
    {
        if (element.SourceReference is { } reference) return reference.Position.Line;
        var at = bare.IndexOf("<" + element.LocalName, read.GetValueOrDefault(element.LocalName), StringComparison.OrdinalIgnoreCase);
        if (at < 0) return 1;
        read[element.LocalName] = at + 1;
        return bare.AsSpan(0, at).Count('\n') + 1;
    }

    private static string? Fault(IElement element)
    {
        var name = element.LocalName.ToLowerInvariant();
        if (name == "script") return "Emails cannot run scripts. Remove the <script>.";
        if (Running.Contains(name)) return $"Emails cannot show <{name}>. Remove it, or make it a link.";
        if (name == "base") return "<base> would change where every link leads. Remove it and write links in full.";
        if (name == "meta"
            && element.GetAttribute("http-equiv") is { } what
            && what.Trim().Equals("refresh", StringComparison.OrdinalIgnoreCase))
            return "Emails cannot redirect to another page. Remove the <meta http-equiv=\"refresh\">.";
        if ((name.StartsWith("animate", StringComparison.Ordinal) || name == "set")
            && element.Attributes.Any(
                attribute =>
                    attribute.LocalName.Equals("attributeName", StringComparison.OrdinalIgnoreCase)
                    && Bare(attribute.Value) is var changed
                    && (changed.EndsWith("href", StringComparison.OrdinalIgnoreCase)
                        || changed.StartsWith("on", StringComparison.OrdinalIgnoreCase))))
            return $"<{name}> would change where a link leads. Remove it.";
        foreach (var attribute in element.Attributes)
        {
            var called = Bare(attribute.Name).ToLowerInvariant();
            if (called.Length > 2 && called.StartsWith("on", StringComparison.Ordinal))
                return $"Emails cannot run scripts. Remove the “on...” attribute from <{name}>.";
            if (called == "srcdoc") return $"Remove “srcdoc” from <{name}>: emails cannot show other pages.";
            if (called == "style" && StyleRuns(attribute.Value))
                return $"The style of <{name}> would run a script. Remove “expression”, “behavior” and “javascript:” from it.";
            if (AddressPlace.Holds(called) && Runs(attribute.Value, called))
                return
                    $"The address in “{called}” of <{name}> would run a script or show a file. Enter a web address starting with "
                        + $"https://, or mailto: or tel:.";
        }

        return null;
    }

    /// <summary>Whether an address has a scheme that is not one of a link.</summary>
    private static bool Runs(string value, string attribute)
    {
        var address = Bare(value);
        if (attribute is "srcset" or "imagesrcset") return value.Split(',').Any(part => Runs(part, "src"));
        if (Scheme().Match(address) is not { Success: true } scheme) return false;
        var name = scheme.Groups["name"].Value.ToLowerInvariant();
        return name == "data" ? attribute == "href" || !Picture().IsMatch(address) : !Schemes.Contains(name);
    }

    private static bool StyleRuns(string style)
    {
        var bare = CssEscape().Replace(
            CssComment().Replace(style, ""),
            escape =>
                escape.Groups["code"].Success
                    ? char.ConvertFromUtf32(Math.Clamp(Convert.ToInt32(escape.Groups["code"].Value, 16), 1, 0xD7FF))
                    : escape.Groups["letter"].Value);
        return RunningStyle().IsMatch(AddressPlace.Cleaned(bare));
    }

    private static string Bare(string text) => AddressPlace.Cleaned(text);

    [GeneratedRegex(@"^(?<name>[a-zA-Z][a-zA-Z0-9+.\-]*):", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^data:image/(png|jpe?g|gif|webp)[;,]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(@"/\*.*?(\*/|\z)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex CssComment();

    [GeneratedRegex(@"\\(?:(?<code>[0-9a-fA-F]{1,6})\s?|(?<letter>.))", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex CssEscape();

    [GeneratedRegex(
        @"expression\(|javascript:|vbscript:|behaviou?r:|-moz-binding:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RunningStyle();
}
