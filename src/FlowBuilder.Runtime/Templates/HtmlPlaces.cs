namespace FlowBuilder.Runtime.Templates;

/// <summary>Finds merge fields in places of an HTML template where encoding cannot make them safe: scripts, styles, event attributes, attributes without quotes.</summary>
internal static class HtmlPlaces
{
    internal static IEnumerable<LiquidError> Check(string html)
    {
        for (var open = html.IndexOf('<', StringComparison.Ordinal); open >= 0 && open + 1 < html.Length; open = html.IndexOf('<', open))
        {
            var tag = HtmlTag.Read(html, open);
            var inside = html.AsSpan(tag.Inside, Math.Max(0, tag.End - tag.Inside));
            if (tag.Is("script") && !tag.Closes) yield return new(Line(html, open), "Emails cannot run scripts. Take the <script> out.");
            else if (tag.Name.Length > 0 && inside.Contains("{{", StringComparison.Ordinal) && IsUnquoted(inside))
                yield return new(Line(html, open), $"A field stands in the tag <{tag.Name}> without quotes around it. Write it as name=\"{{{{ ... }}}}\".");
            else if (tag.Name.Length > 0 && HasEventAttribute(inside)) yield return new(Line(html, open), $"Emails cannot run scripts. Take the “on...” attribute out of <{tag.Name}>.");
            else if (tag.Is("style") && !tag.Closes)
            {
                var end = html.IndexOf("</style", tag.End, StringComparison.OrdinalIgnoreCase);
                if (html.AsSpan(tag.End, (end < 0 ? html.Length : end) - tag.End).Contains("{{", StringComparison.Ordinal))
                    yield return new(Line(html, open), "Fields cannot stand inside <style>. Write them into the text.");
            }

            open = Math.Max(tag.End, open + 1);
            if (open >= html.Length) yield break;
        }
    }

    private static int Line(string html, int at) => html.AsSpan(0, at).Count('\n') + 1;

    private static bool IsUnquoted(ReadOnlySpan<char> inside)
    {
        var quote = '\0';
        for (var i = 0; i + 1 < inside.Length; i++)
        {
            if (quote != '\0')
            {
                if (inside[i] == quote) quote = '\0';
            }
            else if (inside[i] is '"' or '\'') quote = inside[i];
            else if (inside[i] == '{' && inside[i + 1] == '{') return true;
        }

        return false;
    }

    private static bool HasEventAttribute(ReadOnlySpan<char> inside)
    {
        for (var i = 0; i + 3 < inside.Length; i++)
        {
            if (!char.IsWhiteSpace(inside[i]) || !inside[(i + 1)..].StartsWith("on", StringComparison.OrdinalIgnoreCase)) continue;
            var at = i + 3;
            while (at < inside.Length && char.IsAsciiLetter(inside[at])) at++;
            while (at < inside.Length && char.IsWhiteSpace(inside[at])) at++;
            if (at < inside.Length && inside[at] == '=' && at > i + 3) return true;
        }

        return false;
    }
}
