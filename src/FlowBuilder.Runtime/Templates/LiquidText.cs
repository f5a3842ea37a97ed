using System.Collections.Immutable;
using Scriban;
using Scriban.Parsing;

namespace FlowBuilder.Runtime.Templates;

/// <summary>A parsed Liquid text. Parsing never throws; a text with <see cref="Errors"/> cannot be rendered. Safe to share between threads.</summary>
public sealed class LiquidText
{
    /// <summary>Longest text that is parsed, in characters.</summary>
    public const int MaxLength = 200_000;

    /// <summary>How deep expressions and blocks may nest.</summary>
    public const int MaxDepth = 50;

    private static readonly ParserOptions Parsing = new() { ExpressionDepthLimit = MaxDepth, ParseFloatAsDecimal = true };

    private LiquidText(string source, Template? template, ImmutableArray<LiquidError> errors) => (Source, Template, Errors) = (source, template, errors);

    /// <summary>The text as written.</summary>
    public string Source { get; }

    /// <summary>What is wrong with it; empty when it can be rendered.</summary>
    public ImmutableArray<LiquidError> Errors { get; }

    /// <summary>Whether it has neither fields nor tags, so that it renders to itself.</summary>
    public bool IsPlain => Template is null && Errors.IsEmpty;

    internal Template? Template { get; }

    /// <summary>Parses a text.</summary>
    public static LiquidText Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Length > MaxLength) return new LiquidText(source, null, [new LiquidError(1, $"The text is longer than {MaxLength} characters. Make it shorter.")]);
        if (!HasLiquid(source)) return new LiquidText(source, null, []);
        var template = Template.ParseLiquid(source, null, Parsing);
        return template.HasErrors
            ? new LiquidText(source, null, [.. template.Messages.Where(message => message.Type == ParserMessageType.Error).Take(20).Select(message => LiquidError.Of(message, source)).Distinct()])
            : new LiquidText(source, template, []);
    }

    /// <summary>Whether a text has anything to fill in.</summary>
    internal static bool HasLiquid(string source) => source.Contains("{{", StringComparison.Ordinal) || source.Contains("{%", StringComparison.Ordinal);

    public override string ToString() => Source;
}
