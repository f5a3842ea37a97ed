using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>What does not fit on a screen beside another file is not read.</summary>
public sealed partial class LineWidthTests
{
    private const int MostColumns = 140;

    /// <summary>Beside a text that cannot be broken there may stand so much: its indent, a name before it, a bracket behind it.</summary>
    private const int BesideText = 60;

    [Fact]
    public void Lines_are_at_most_140_columns() => Source.All.SelectMany(TooLong).ShouldBeEmpty();

    /// <summary>Excused are texts of several lines, an address or a word that cannot be broken, and
    /// a line that is hardly more than one text.</summary>
    private static IEnumerable<string> TooLong(Source source)
    {
        var texts = source.Root.DescendantNodes()
            .Where(
                node =>
                    node is InterpolatedStringExpressionSyntax
                    || node.IsKind(SyntaxKind.StringLiteralExpression)
                    || node.IsKind(SyntaxKind.Utf8StringLiteralExpression))
            .Select(node => (Node: node, Span: node.GetLocation().GetLineSpan())).ToList();
        for (var at = 0; at < source.Lines.Count; at++)
        {
            var line = source.Lines[at];
            if (line.Length <= MostColumns || line.Contains("://", StringComparison.Ordinal) || OneWord().IsMatch(line)) continue;
            var here = texts.Where(text => text.Span.StartLinePosition.Line <= at && text.Span.EndLinePosition.Line >= at).ToList();
            if (here.Exists(text => text.Span.StartLinePosition.Line < text.Span.EndLinePosition.Line)) continue;
            if (here.Exists(text => line.Length - text.Node.Span.Length <= BesideText)) continue;
            yield return $"{source.Path}:{at + 1}: {line.Length}";
        }
    }

    /// <summary>A comment that is one piece of code.</summary>
    [GeneratedRegex(@"^\s*///? \S+$")]
    private static partial Regex OneWord();
}
