using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>The tables of the documents name things that exist.</summary>
public sealed partial class TablesTests
{
    [Fact]
    public void Every_dependency_has_its_reason_and_no_reason_is_left_over()
    {
        var used = PackageName().Matches(Tree.Read("Directory.Packages.props")).Select(match => match.Groups[1].Value);
        Named("docs/dependencies.md", column: 1).ShouldBe(used, ignoreOrder: true);
    }

    [Fact]
    public void Every_setting_of_the_table_is_read_somewhere()
    {
        var words = Words(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal));
        (from setting in Named("docs/configuration.md", column: 1)
         from part in setting.Split(':', StringSplitOptions.RemoveEmptyEntries)
         where !words.Contains(part)
         select setting).ShouldBeEmpty();
    }

    [Fact]
    public void Every_test_that_is_said_to_hold_something_exists()
    {
        var classes = Tree.Files.Where(
            file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(file => ClassName().Matches(Tree.Read(file)))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        Named("docs/what-senders-send.md", column: 3, of: 4)
            .Concat(Named("docs/what-senders-send.md", column: 2, of: 2))
            .Where(name => !classes.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_measurement_names_a_benchmark_that_exists()
    {
        var known = Tree.Files.Where(
            file =>
                file.StartsWith("tests/FlowBuilder.Benchmarks/", StringComparison.Ordinal)
                && file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => BenchmarkName().Matches(Tree.Read(file)))
            .Select(match => match.Groups[1].Value)
            .Append("list")
            .ToHashSet(StringComparer.Ordinal);
        BenchmarkCall()
            .Matches(Tree.Read("docs/speed.md"))
            .Select(match => match.Groups[1].Value)
            .Where(name => !known.Contains(name)).ShouldBeEmpty();
    }

    /// <summary>What stands between backticks in a column of a page's tables.</summary>
    /// <param name="page">Path of the page.</param>
    /// <param name="column">From 1.</param>
    /// <param name="of">Only tables of so many columns; 0: all.</param>
    private static IEnumerable<string> Named(string page, int column, int of = 0) =>
        from line in Tree.Read(page).Split('\n')
        where line.StartsWith('|')
        let cells = line.Trim().Trim('|').Split(" | ")
        where cells.Length >= column && (of == 0 || cells.Length == of)
        from match in Code().Matches(cells[column - 1])
        select match.Groups[1].Value;

    private static HashSet<string> Words(Func<string, bool> wanted) =>
        [.. Tree.Files.Where(wanted).SelectMany(file => Word().Matches(Tree.Read(file))).Select(match => match.Value)];

    [GeneratedRegex("<PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex PackageName();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex ClassName();

    [GeneratedRegex("(?:string Name =>\\s+|new BrowserTimes\\(\\s*)\"([^\"]+)\"")]
    private static partial Regex BenchmarkName();

    [GeneratedRegex("`-- (\\w+)")]
    private static partial Regex BenchmarkCall();
}
