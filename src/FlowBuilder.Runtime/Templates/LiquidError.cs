using Scriban.Parsing;
using Scriban.Syntax;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Something wrong in a Liquid text: the line it is on (1 the first), and words for its author.</summary>
public readonly record struct LiquidError(int Line, string Message)
{
    internal static LiquidError Of(LogMessage message, string source) =>
        new(message.Span.Start.Line < 0 ? source.AsSpan().Count('\n') + 1 : message.Span.Start.Line + 1, Words(message.Message));

    internal static LiquidError Of(ScriptRuntimeException exception) => new(exception.Span.Start.Line + 1, Words(exception.OriginalMessage));

    private static string Words(string message)
    {
        var words = message.Replace('`', '“').ReplaceLineEndings(" ").Trim();
        return words.Length > 300 ? words[..300] + "…" : words;
    }
}
