using System.Collections.Immutable;
using FlowBuilder.Runtime.Liquid.Data;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace FlowBuilder.Runtime.Liquid;

/// <summary>A parsed Liquid text. Parsing never throws; a text with <see cref="Errors"/> cannot be
/// rendered. Safe to share between threads.</summary>
public sealed class LiquidText
{
    /// <summary>Longest text that is parsed, in characters.</summary>
    public const int MaxLength = 200_000;

    /// <summary>How deep expressions and blocks may nest.</summary>
    public const int MaxDepth = 50;

    private static readonly ParserOptions Parsing = new() { ExpressionDepthLimit = MaxDepth, ParseFloatAsDecimal = true };

    private LiquidText(string source, string parsed, Template? template, ImmutableArray<LiquidError> errors)
    {
        (Source, Parsed, Template, Errors) = (source, parsed, template, errors);
        if (template?.Page is { } page) LiquidLists.TakeOptions(page, _loops);
    }

    private readonly Dictionary<ScriptNode, IReadOnlyList<ScriptNamedArgument>> _loops = [];

    /// <summary>The text as written.</summary>
    public string Source { get; }

    /// <summary>What is wrong with it; empty when it can be rendered.</summary>
    public ImmutableArray<LiquidError> Errors { get; }

    /// <summary>Whether it has neither fields nor tags, so that it renders to itself.</summary>
    public bool IsPlain => Template is null && Errors.IsEmpty;

    internal Template? Template { get; }

    /// <summary>The text in words the parser knows (<see cref="LiquidSource"/>): places in
    /// <see cref="Template"/> are places in it.</summary>
    internal string Parsed { get; }

    /// <summary>Which part of its list a loop goes through; null: all of it.</summary>
    internal IReadOnlyList<ScriptNamedArgument>? PartOf(ScriptNode loop) => _loops.GetValueOrDefault(loop);

    /// <summary>Parses a text.</summary>
    public static LiquidText Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Length > MaxLength)
            return new LiquidText(
                source, source, null, [new LiquidError(1, $"The text is longer than {MaxLength} characters. Make it shorter.")]);
        if (!HasLiquid(source)) return new LiquidText(source, source, null, []);
        var parsed = LiquidSource.Rewrite(source);
        var template = Template.ParseLiquid(parsed, null, Parsing);
        return template.HasErrors
            ? new LiquidText(
                source, parsed, null,
                [.. template.Messages
                    .Where(message => message.Type == ParserMessageType.Error)
                    .Take(20)
                    .Select(message => LiquidError.Of(message, parsed)).Distinct()])
            : new LiquidText(source, parsed, template, []);
    }

    /// <summary>Whether a text has anything to fill in.</summary>
    internal static bool HasLiquid(string source) =>
        source.Contains("{{", StringComparison.Ordinal) || source.Contains("{%", StringComparison.Ordinal);

    public override string ToString() => Source;
}
