using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>What people read is written as their colleagues in the office would say it: turns that
/// read as archaic or foreign do not come back.</summary>
public sealed partial class TextsTests
{
    private static readonly SyntaxKind[] TextTokens =
    [
        SyntaxKind.StringLiteralToken, SyntaxKind.SingleLineRawStringLiteralToken, SyntaxKind.MultiLineRawStringLiteralToken,
        SyntaxKind.InterpolatedStringTextToken,
    ];

    [Fact]
    public void No_text_in_code_has_a_turn_nobody_would_say() =>
        (from source in Source.All
         where source.IsProduct
         from token in source.Root.DescendantTokens()
         where TextTokens.Contains(token.Kind())
         from match in NotOurs().Matches(token.ValueText)
         select $"{source.Path}:{token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: “{match.Value}” in "
             + $"“{token.ValueText.Trim()}”")
             .ShouldBeEmpty();

    [Theory]
    [InlineData(".razor")]
    [InlineData(".liquid")]
    [InlineData(".json")]
    [InlineData(".js")]
    public void No_text_on_a_page_or_in_a_message_has_a_turn_nobody_would_say(string end) =>
        (from file in Tree.Ending(end, "src")
         where !file.EndsWith("lock.json", StringComparison.Ordinal)
         let text = Comments().Replace(Tree.Read(file), "")
         from match in NotOurs().Matches(text)
         where !IsCode(text, match)
         select $"{file}: “{Around(text, match)}”").ShouldBeEmpty();

    [Theory]
    [InlineData("The customer has not the tag “vip”.")]
    [InlineData("It happens")]
    [InlineData("Out again")]
    [InlineData("What needs somebody's eye.")]
    [InlineData("Start anew")]
    [InlineData("Everything has been worked off.")]
    [InlineData("so many days ago")]
    [InlineData("Whoever made it")]
    [InlineData("Nobody is here at the moment.")]
    [InlineData("This step is not there any more.")]
    [InlineData("It was approved already.")]
    [InlineData("Somebody has merged them meanwhile.")]
    public void The_turns_are_found(string text) => NotOurs().IsMatch(text).ShouldBeTrue();

    [Theory]
    [InlineData("The customer does not have the tag “vip”.")]
    [InlineData("No one can enter it anymore.")]
    [InlineData("The company will not send you any more news.")]
    [InlineData("It was already approved by Dolores.")]
    public void What_people_say_is_let_be(string text) => NotOurs().IsMatch(text).ShouldBeFalse();

    /// <summary>A name in code on a page: a member, a call, a value that is set.</summary>
    private static bool IsCode(string text, Match match) =>
        (match.Index > 0 && text[match.Index - 1] is '.' or '@' or '_' or '-')
        || (match.Index + match.Length < text.Length && text[match.Index + match.Length] is '(' or '_' or '-');

    private static string Around(string text, Match match) =>
        text[Math.Max(0, match.Index - 40)..Math.Min(text.Length, match.Index + match.Length + 40)].ReplaceLineEndings(" ").Trim();

    [GeneratedRegex("""
        \b( somebody | nobody | everybody | anybody | anew | whoever | meanwhile | ticked )\b
        | \bany\ more(?=[.,;:!?)”"'<]|$) | \balready(?=[.;!?”<]|$)
        | \b(has|have)\ not\ the\b | \bnot\ so\ that\b | \bmust\ not\ be\ so\b
        | ^(It\ happens|Out\ again)$ | >(It\ happens|Out\ again)< | \byour\ eye\b
        | \bworked\ off\b | \bso\ many\b | \bonce\ ever\b | \blies?\ (ahead|after|before)\b
        | \b(goes|go)\ on(?=[.;:,”<]|$) | \bgo(es)?\ on\ (with|at\ once|now|when|after)\b | \bgo(es)?\ round\b
        | \bstands?\ (at|on|in|beside|behind|here|under|over|there)\b | \bbegins?\ anew\b
        | \btaken?\ off\b | \btook\ off\b | \bgave\ up\b | \bgiven?\ up\b | \bmend(ed)?\b
        | \bno\ way\ out\b | \bways\ out\b | \bway\ out\b | \bround\ a\ circle\b | \bleft\ alone\b
        | \bneighbours?\b | \bautumn\b | \bgrey\b | \b(was|were|is|are|it|been)\ cancelled\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex NotOurs();

    [GeneratedRegex(@"@\*.*?\*@|^\s*//.*?$|\s//\s.*?$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comments();
}
