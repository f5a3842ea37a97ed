using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>The ways through the house that docs/architecture.md tells of can be walked: every type
/// has its file, every method is in it, and none becomes longer.</summary>
public sealed partial class WaysTests
{
    private static readonly string Page = Tree.Read("docs/architecture.md");

    /// <summary>The ways, and most calls each may have.</summary>
    public static TheoryData<string, int> Ways => new() { { "The way of one event", 45 }, { "The way of one approval", 20 } };

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_way_is_no_longer_than_it_may_be(string way, int most)
    {
        Calls(way).Count.ShouldBeInRange(most / 2, most);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_call_of_a_way_is_there(string way, int most)
    {
        _ = most;
        Calls(way).Where(call => !IsThere(call.Type, call.Method)).Select(call => $"{call.Type}.{call.Method}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_table_is_there() => (
        from row in Under("## Find it").Split('\n')
        where row.StartsWith("| ", StringComparison.Ordinal) && row.Contains('`', StringComparison.Ordinal)
        from way in row.Split('|')[2].Split(';')
        let parts = Code().Matches(way).Select(part => part.Groups[1].Value).ToArray()
        let place = string.Join('/', parts.Length > 3 ? parts[..2] : parts)
        where !Tree.Files.Any(file => file == place || file.StartsWith(place + "/", StringComparison.Ordinal))
        select place).ShouldBeEmpty();

    private static List<(string Type, string Method)> Calls(string way)
    {
        var calls = Numbered().Matches(Under($"### {way}")).Select(line => (line.Groups[1].Value, line.Groups[2].Value)).ToList();
        calls.Count.ShouldBe(Begun().Count(Under($"### {way}")), "every numbered line begins with a call");
        return calls;
    }

    private static string Under(string heading)
    {
        var from = Page.IndexOf(heading, StringComparison.Ordinal);
        from.ShouldBeGreaterThan(0, $"there is no “{heading}” on the page");
        var to = Page.IndexOf("\n##", from + heading.Length, StringComparison.Ordinal);
        return Page[from..(to < 0 ? Page.Length : to)];
    }

    private static bool IsThere(string type, string method) =>
        Tree.Files.Any(
            file =>
                file.StartsWith("src/", StringComparison.Ordinal)
                && Path.GetFileName(file).Split('.')[0] == type
                && Regex.IsMatch(Tree.Read(file), $@"\b{method}(<\w+>)?\("));

    [GeneratedRegex(@"^\d+\. `(\w+)\.(\w+)`", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\d+\. ", RegexOptions.Multiline)]
    private static partial Regex Begun();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
