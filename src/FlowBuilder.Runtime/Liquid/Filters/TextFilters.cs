using System.Text;
using FlowBuilder.Runtime.Liquid.Data;

namespace FlowBuilder.Runtime.Liquid.Filters;

/// <summary>Liquid's filters for texts (shopify.dev/docs/api/liquid/filters). What is missing stays missing.</summary>
internal static class TextFilters
{
    private const string Ellipsis = "...";

    internal static IEnumerable<(string Name, Func<FilterCall, object?> Apply)> All { get; } =
    [
        ("append", call => call.Text + call.TextAt(0)),
        ("prepend", call => call.TextAt(0) + call.Text),
        ("upcase", call => On(call, text => text.ToUpperInvariant())),
        ("downcase", call => On(call, text => text.ToLowerInvariant())),
        ("capitalize", call => On(call, text => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant())),
        ("strip", call => On(call, text => text.Trim())),
        ("lstrip", call => On(call, text => text.TrimStart())),
        ("rstrip", call => On(call, text => text.TrimEnd())),
        ("strip_newlines", call =>
            On(call, text => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal))),
        ("replace", call => On(call, text => Replaced(text, call.TextAt(0), call.TextAt(1)))),
        ("replace_first", call =>
            On(call, text => ReplacedAt(text, text.IndexOf(call.TextAt(0), StringComparison.Ordinal), call.TextAt(0), call.TextAt(1)))),
        ("replace_last", call =>
            On(call, text => ReplacedAt(text, text.LastIndexOf(call.TextAt(0), StringComparison.Ordinal), call.TextAt(0), call.TextAt(1)))),
        ("remove", call => On(call, text => Replaced(text, call.TextAt(0), ""))),
        ("remove_first", call =>
            On(call, text => ReplacedAt(text, text.IndexOf(call.TextAt(0), StringComparison.Ordinal), call.TextAt(0), ""))),
        ("remove_last", call =>
            On(call, text => ReplacedAt(text, text.LastIndexOf(call.TextAt(0), StringComparison.Ordinal), call.TextAt(0), ""))),
        ("split", call => Split(call.Text, call.TextAt(0))),
        ("truncate", call => On(call, text => Truncated(text, call.WholeAt(0, 50), call.TextAt(1, Ellipsis)))),
        ("truncatewords", call => On(call, text => TruncatedWords(text, call.WholeAt(0, 15), call.TextAt(1, Ellipsis)))),
    ];

    private static object? On(FilterCall call, Func<string, string> apply) => call.HasText ? apply(call.Text) : null;

    private static string Replaced(string text, string what, string with)
    {
        if (what.Length == 0) return text;
        var times = 0;
        for (var at = text.IndexOf(
            what,
            StringComparison.Ordinal); at >= 0
                && with.Length > what.Length; at = text.IndexOf(what, at + what.Length, StringComparison.Ordinal))
            times++;
        if (text.Length + (long)times * (with.Length - what.Length) > 4L * LiquidOutput.Limit)
            throw new LiquidException(LiquidOutput.TooLong);
        return text.Replace(what, with, StringComparison.Ordinal);
    }

    private static string ReplacedAt(string text, int at, string what, string with) =>
        at < 0 || what.Length == 0 ? text : string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + what.Length));

    private static ListView Split(string text, string by)
    {
        List<string> parts = text.Length == 0 ? [] : by.Length == 0 ? text.EnumerateRunes().Select(rune => rune.ToString()).ToList()
            : by == " " ? [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)] : [.. text.Split(by)];
        while (parts.Count > 0 && parts[^1].Length == 0) parts.RemoveAt(parts.Count - 1);
        return new ListView(parts);
    }

    private static string Truncated(string text, int length, string end)
    {
        if (text.Length <= length) return text;
        var kept = Math.Max(0, length - end.Length);
        if (kept > 0 && char.IsHighSurrogate(text[kept - 1])) kept--;
        return text[..kept] + end;
    }

    private static string TruncatedWords(string text, int words, string end)
    {
        var all = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return all.Length <= Math.Max(1, words)
            ? text
            : new StringBuilder().AppendJoin(' ', all.Take(Math.Max(1, words))).Append(end).ToString();
    }
}
