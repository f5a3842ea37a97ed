using System.Text;

namespace FlowBuilder.Runtime.Liquid;

/// <summary>
/// Writes what Liquid has and the parser does not know in words it does: <c>echo</c>, <c>liquid</c>, comments beginning with <c>#</c>, and
/// <c>allow_false</c>. Lines stay where they are, and everything but a <c>liquid</c> tag keeps its
/// place, so that a finding points at what was written.
/// </summary>
internal static class LiquidSource
{
    private const string AllowFalse = "allow_false";

    internal static string Rewrite(string source)
    {
        var text = new StringBuilder(source.Length + 16);
        var at = 0;
        while (true)
        {
            var open = Next(source, at);
            var close = open < 0 ? -1 : source.IndexOf(source[open + 1] == '%' ? "%}" : "}}", open + 2, StringComparison.Ordinal);
            if (close < 0) return text.Append(source, at, source.Length - at).ToString();
            text.Append(source, at, open - at);
            var inside = source[(open + 2)..close];
            at = close + 2;
            if (source[open + 1] == '{')
            {
                text.Append("{{").Append(Positional(inside)).Append("}}");
                continue;
            }

            var (name, from) = Name(inside);
            switch (name)
            {
                case "raw" or "comment":
                    var end = EndOf(source, at, "end" + name);
                    text.Append(source, open, end - open);
                    at = end;
                    break;
                case "echo":
                    text.Append("{{").Append(Positional(Blank(inside, from - name.Length, name.Length))).Append("}}");
                    break;
                case "#":
                    text.Append(Comment(inside));
                    break;
                case "liquid":
                    Lines(text, inside[from..].TrimEnd('-'));
                    break;
                default:
                    text.Append("{%").Append(Positional(inside)).Append("%}");
                    break;
            }
        }
    }

    /// <summary>An HTML template without its Liquid: each merge field one letter, tags and comments
    /// nothing, line breaks where they were.</summary>
    internal static string Without(string source, char field)
    {
        var text = new StringBuilder(source.Length);
        var at = 0;
        while (true)
        {
            var open = Next(source, at);
            var close = open < 0 ? -1 : source.IndexOf(source[open + 1] == '%' ? "%}" : "}}", open + 2, StringComparison.Ordinal);
            if (close < 0) return text.Append(source, at, source.Length - at).ToString();
            text.Append(source, at, open - at);
            var name = source[open + 1] == '{' ? "echo" : Name(source[(open + 2)..close]).Name;
            at = close + 2;
            if (name is "echo" or "cycle" or "increment" or "decrement") text.Append(field);
            if (name is "raw" or "comment")
            {
                var end = EndOf(source, at, "end" + name);
                var last = source.LastIndexOf("{%", end - 1, StringComparison.Ordinal);
                // What stands between raw and endraw is sent as it is.
                if (name == "raw" && last > at) text.Append('\n', source.AsSpan(open, at - open).Count('\n')).Append(source, at, last - at);
                else text.Append('\n', source.AsSpan(open, end - open).Count('\n'));
                at = end;
                continue;
            }

            text.Append('\n', source.AsSpan(open, at - open).Count('\n'));
        }
    }

    /// <summary>Where the next field or tag begins; -1 when there is none.</summary>
    private static int Next(string source, int from)
    {
        for (var at = source.IndexOf('{', from); at >= 0 && at + 1 < source.Length; at = source.IndexOf('{', at + 1))
            if (source[at + 1] is '{' or '%') return at;
        return -1;
    }

    /// <summary>The first word of a tag, and where it ends.</summary>
    private static (string Name, int End) Name(string inside)
    {
        var at = 0;
        while (at < inside.Length && (char.IsWhiteSpace(inside[at]) || (inside[at] == '-' && at == 0))) at++;
        if (at < inside.Length && inside[at] == '#') return ("#", at + 1);
        var from = at;
        while (at < inside.Length && (char.IsAsciiLetterOrDigit(inside[at]) || inside[at] == '_')) at++;
        return (inside[from..at], at);
    }

    private static int EndOf(string source, int from, string name)
    {
        for (var open = source.IndexOf(
            "{%", from, StringComparison.Ordinal); open >= 0; open = source.IndexOf("{%", open + 2, StringComparison.Ordinal))
        {
            var close = source.IndexOf("%}", open + 2, StringComparison.Ordinal);
            if (close < 0) break;
            if (Name(source[(open + 2)..close]).Name == name) return close + 2;
        }

        return source.Length;
    }

    private static string Comment(string inside)
    {
        var (left, right) = (inside.StartsWith('-') ? "-" : "", inside.Length > 1 && inside.EndsWith('-') ? "-" : "");
        var room = inside.Length - left.Length - right.Length;
        var blank = new string([.. inside.AsSpan(left.Length, room).ToArray().Select(letter => letter is '\n' or '\r' ? letter : ' ')]);
        return room < 2 ? "" : $"{{{{{left}''{blank[2..]}{right}}}}}";
    }

    /// <summary>Each line of a <c>liquid</c> tag is a tag of its own; a comment between them keeps
    /// the line break and writes nothing.</summary>
    private static void Lines(StringBuilder text, string lines)
    {
        var rest = lines.Split('\n');
        for (var i = 0; i < rest.Length; i++)
        {
            var line = rest[i].Trim();
            if (line.Length > 0 && line[0] != '#')
            {
                if (Name(line) is ("echo", var from)) text.Append("{{").Append(Positional(line[from..])).Append(" }}");
                else text.Append("{% ").Append(Positional(line)).Append(" %}");
            }

            if (i < rest.Length - 1) text.Append("{% comment %}\n{% endcomment %}");
        }
    }

    /// <summary>
    /// The only argument with a name there is becomes the second one, and a negative number as an argument gets brackets: without them the
    /// parser would subtract it from the filter.
    /// </summary>
    private static string Positional(string inside)
    {
        var at = inside.IndexOf(AllowFalse, StringComparison.Ordinal);
        var colon = at + AllowFalse.Length;
        while (at >= 0 && colon < inside.Length && inside[colon] == ' ') colon++;
        if (at >= 0 && colon < inside.Length && inside[colon] == ':') inside = Blank(inside, at, colon + 1 - at);
        return inside.Contains('-', StringComparison.Ordinal) && inside.Contains('|', StringComparison.Ordinal)
            ? Bracketed(inside)
            : inside;
    }

    private static string Bracketed(string inside)
    {
        var text = new StringBuilder(inside.Length + 8);
        var (quote, before) = ('\0', '\0');
        for (var i = 0; i < inside.Length; i++)
        {
            var letter = inside[i];
            if (quote != '\0') quote = letter == quote ? '\0' : quote;
            else if (letter is '"' or '\'') quote = letter;
            else if (letter == '-' && (before is ':' or ',') && i + 1 < inside.Length && char.IsAsciiDigit(inside[i + 1]))
            {
                var end = i + 1;
                while (end < inside.Length && (char.IsAsciiDigit(inside[end]) || inside[end] == '.')) end++;
                text.Append('(').Append(inside, i, end - i).Append(')');
                (i, before) = (end - 1, '0');
                continue;
            }

            text.Append(letter);
            if (!char.IsWhiteSpace(letter)) before = letter;
        }

        return text.ToString();
    }

    private static string Blank(string text, int from, int length) =>
        string.Concat(text.AsSpan(0, from), new string(' ', length), text.AsSpan(from + length));
}
