namespace FlowBuilder.Runtime.Html;

/// <summary>One tag of an HTML text, found by scanning: attributes may be quoted either way or not at all.</summary>
/// <param name="Html">The whole text.</param>
/// <param name="Name">Its name as written.</param>
/// <param name="Closes">Whether it is a closing tag.</param>
/// <param name="Inside">Where its attributes begin.</param>
/// <param name="End">Position behind the tag.</param>
internal readonly record struct HtmlTag(string Html, string Name, bool Closes, int Inside, int End)
{
    /// <summary>The tag that begins at <paramref name="open"/>, which holds a less-than sign.</summary>
    internal static HtmlTag Read(string html, int open)
    {
        var at = open + 1;
        var closes = at < html.Length && html[at] == '/';
        if (closes) at++;
        var name = at;
        while (at < html.Length && (char.IsAsciiLetterOrDigit(html[at]) || html[at] is '-' or ':')) at++;
        var inside = at;
        var quote = '\0';
        for (; at < html.Length; at++)
        {
            if (quote != '\0')
            {
                if (html[at] == quote) quote = '\0';
            }
            else if (html[at] is '"' or '\'' && BehindEquals(html, at)) quote = html[at];
            else if (html[at] == '>') break;
        }

        return new HtmlTag(html, html[name..inside], closes, inside, Math.Min(at + 1, html.Length));
    }

    internal bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>An attribute's value as written, not decoded; null when it has none.</summary>
    internal string? Attribute(string name) => Range(name) is var (from, length) ? Html.Substring(from, length) : null;

    /// <summary>Where an attribute's value stands.</summary>
    internal (int From, int Length)? Range(string name)
    {
        var at = Inside;
        var end = End - 1;
        while (at < end)
        {
            while (at < end && (char.IsWhiteSpace(Html[at]) || Html[at] == '/')) at++;
            var from = at;
            while (at < end && Html[at] is not '=' and not '/' && !char.IsWhiteSpace(Html[at])) at++;
            var found = Html.AsSpan(from, at - from).Equals(name, StringComparison.OrdinalIgnoreCase);
            while (at < end && char.IsWhiteSpace(Html[at])) at++;
            if (at >= end || Html[at] != '=')
            {
                if (at == from) at++;
                continue;
            }

            at++;
            while (at < end && char.IsWhiteSpace(Html[at])) at++;
            var quote = at < end && Html[at] is '"' or '\'' ? Html[at] : '\0';
            var value = quote == '\0' ? at : ++at;
            while (at < end && (quote == '\0' ? !char.IsWhiteSpace(Html[at]) : Html[at] != quote)) at++;
            if (found) return (value, at - value);
            if (quote != '\0') at++;
        }

        return null;
    }

    private static bool BehindEquals(string html, int at)
    {
        at--;
        while (at > 0 && char.IsWhiteSpace(html[at])) at--;
        return at >= 0 && html[at] == '=';
    }
}
