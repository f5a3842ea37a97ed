using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>How the script of the browser is written: to be read, and not to be short.</summary>
public sealed partial class TypeScriptTests
{
    private const int MostLetters = 120;
    private const int MostLines = 220;

    private static readonly (string File, string[] Lines)[] Scripts =
        [.. Tree.Ending(".ts", "wwwroot-assets").Select(file => (file, Tree.Read(file).Split('\n')))];

    [Fact]
    public void There_are_scripts() => Scripts.Length.ShouldBeGreaterThan(20);

    [Fact]
    public void No_line_is_over_120_letters() => Where(line => line.Length > MostLetters).ShouldBeEmpty();

    [Fact]
    public void No_script_is_over_220_lines() =>
        Scripts.Where(script => script.Lines.Length > MostLines).Select(script => $"{script.File}: {script.Lines.Length}").ShouldBeEmpty();

    /// <summary>Without what stands in brackets and quotes, a comma after <c>const</c> or <c>let</c> begins a second declaration.</summary>
    [Fact]
    public void A_line_declares_one_thing() => Where(line => SecondDeclaration().IsMatch(WithoutBrackets(line))).ShouldBeEmpty();

    [Theory]
    [InlineData("const a = 1, b = 2;", true)]
    [InlineData("let a, b;", true)]
    [InlineData("const { x, y } = f(a, b), z = [1, 2];", true)]
    [InlineData("const { x, y } = f(a, g(b, c));", false)]
    [InlineData("const map = new Map<string, number>();", false)]
    [InlineData("""const words = "one, two";""", false)]
    public void A_second_declaration_is_seen(string line, bool isSeen) =>
        SecondDeclaration().IsMatch(WithoutBrackets(line)).ShouldBe(isSeen);

    private static IEnumerable<string> Where(Func<string, bool> isWrong) =>
        from script in Scripts
        from line in script.Lines.Index()
        where isWrong(line.Item)
        select $"{script.File}:{line.Index + 1}: {line.Item.Trim()}";

    private static string WithoutBrackets(string line)
    {
        for (var before = ""; before != line; line = Inner().Replace(line, "")) before = line;
        return line;
    }

    [GeneratedRegex("""^\s*(const|let) [^({\[]*,""")]
    private static partial Regex SecondDeclaration();

    [GeneratedRegex("""\([^(){}\[\]<>]*\)|\[[^(){}\[\]<>]*\]|\{[^(){}\[\]<>]*\}|<[^(){}\[\]<>=]*>|=>|"[^"]*"|`[^`]*`""")]
    private static partial Regex Inner();
}
