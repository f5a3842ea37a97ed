using Scriban.Parsing;
using Scriban.Syntax;

namespace FlowBuilder.Runtime.Liquid;

/// <summary>Something wrong in a Liquid text: the line it is on (1 the first), and words for its author.</summary>
public readonly record struct LiquidError(int Line, string Message)
{
    internal static LiquidError Of(LogMessage message, string source) =>
        new(
            message.Span.Start.Line < 0 ? source.AsSpan().Count('\n') + 1 : message.Span.Start.Line + 1,
            OfAuthor(source, message.Span.Start.Line < 0 ? source.Length : message.Span.Start.Offset));

    /// <summary>The library speaks of functions and types; the author is shown which place could not be filled in.</summary>
    internal static LiquidError Of(ScriptRuntimeException exception, string source) => new(
        exception.Span.Start.Line + 1,
        $"“{LiquidWork.Written(source, Math.Clamp(exception.Span.Start.Offset, 0, source.Length))}” cannot be filled in: a filter or word "
            + $"in it does not exist, or does not fit the value it is given.");

    /// <summary>The parser speaks of tokens and expressions; the author is shown what was written, and how it is written right.</summary>
    private static string OfAuthor(string source, int offset)
    {
        var until = Math.Clamp(offset + 2, 0, source.Length);
        var start = source.LastIndexOf('{', Math.Max(0, until - 1)) is var brace && brace > 0 && source[brace - 1] == '{'
            ? brace - 1
            : brace;
        if (start < 0 || start + 1 >= source.Length || source[start + 1] is not ('{' or '%'))
            return "A merge field or tag is not finished. Merge fields start with {{ and end with }}; each {% if %} needs its {% endif %}.";
        var isTag = source[start + 1] == '%';
        var end = source.IndexOf(isTag ? "%}" : "}}", start, StringComparison.Ordinal);
        var line = source.IndexOfAny(['\r', '\n'], start);
        var written = end >= 0 && (line < 0 || end < line) ? source[start..(end + 2)] : source[start..(line < 0 ? source.Length : line)];
        if (written.Length > 60) written = written[..60] + "…";
        return isTag
            ? $"“{written}” is not written right, or not closed. Each {{% if %}} needs its {{% endif %}}, each {{% for %}} its {{% endfor "
                + $"%}}."
            : $"“{written}” is not written right. A merge field starts with {{{{ and ends with }}}}, as in {{{{ customer.first_name }}}}.";
    }
}
