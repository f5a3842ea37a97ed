using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>The pages docs/add-a-*.md name what is there, all of it, and no more files than the house allows for such a change.</summary>
public sealed partial class AddAPageTests
{
    private const int MostFiles = 8;

    /// <summary>A column that has gone the way of the page, by heading: how code and SQL call it.</summary>
    public static TheoryData<string, string, string> Columns => new()
    {
        { "A column of customers", "AddedAt", "added_at" },
        { "A field of a review", "SnoozedBy", "snoozed_by" },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_column_touches_no_more_than_eight_files_and_all_of_them_are_there(string heading, string member, string column)
    {
        var files = FilesUnder(heading);
        files.Count.ShouldBeInRange(1, MostFiles);
        files.Where(file => !File.Exists(Path.Combine(Tree.Root, file))).ShouldBeEmpty();
        files.Count(file => Names(file, member, column)).ShouldBeGreaterThanOrEqualTo(3, "the page's files are those of this column");
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Whoever_stores_knows_a_column_only_where_the_page_says(string heading, string member, string column) =>
        Tree.Ending(".cs", "src").Select(file => file.Replace('\\', '/'))
            .Where(
                file =>
                    file.StartsWith("src/FlowBuilder.Storage", StringComparison.Ordinal)
                    && !file.Contains("/Migrations/", StringComparison.Ordinal)
                    && Names(file, member, column))
            .Except(FilesUnder(heading)).ShouldBeEmpty();

    [Fact]
    public void The_page_about_databases_names_every_port() =>
        Tree.Ending(".cs", "src/FlowBuilder.Storage/Ports")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => Port().IsMatch(name!) && name != "IStoreCounters")
            .Where(name => !Page("add-a-provider.md").Contains($"| `{name}` |", StringComparison.Ordinal)).ShouldBeEmpty();

    /// <summary>Pages about one change, and most files it may touch.</summary>
    public static TheoryData<string, int> Changes =>
        new() { { "add-a-check.md", 2 }, { "add-a-screen.md", 3 }, { "add-a-node-kind.md", 8 }, { "add-a-channel.md", 12 } };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_touches_no_more_files_than_it_may(string page, int most) => FilesOf(page).Count().ShouldBeLessThanOrEqualTo(most);

    [Theory]
    [InlineData("add-a-check.md")]
    [InlineData("add-a-screen.md")]
    public void The_files_of_the_table_are_there(string page) =>
        FilesOf(page)
            .Where(file => !Tree.Files.Any(known => known == file || known.EndsWith("/" + file, StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void The_check_on_the_page_is_the_one_of_the_product() =>
        Page(
            "add-a-check.md").ShouldContain(Tree.Read("src/FlowBuilder.Core/Plans/Checks/Shape/NoTriggerCheck.cs")
                .ReplaceLineEndings("\n").Trim());

    private static IEnumerable<string> FilesOf(string page) =>
        FirstCell().Matches(Page(page)).SelectMany(row => Code().Matches(row.Groups[1].Value)).Select(file => file.Groups[1].Value);

    private static bool Names(string file, string member, string column)
    {
        var text = File.ReadAllText(Path.Combine(Tree.Root, file));
        return Regex.IsMatch(text, $@"\b(?:{member}|{column})\b");
    }

    private static List<string> FilesUnder(string heading)
    {
        var page = Page("add-a-column.md");
        var from = page.IndexOf($"## {heading}\n", StringComparison.Ordinal);
        from.ShouldBeGreaterThan(0, $"there is no “{heading}” on the page");
        var to = page.IndexOf("\n## ", from, StringComparison.Ordinal);
        return [.. FileOfRow().Matches(page[from..to]).Select(row => row.Groups[1].Value)];
    }

    private static string Page(string name) => Tree.Read($"docs/{name}").ReplaceLineEndings("\n");

    [GeneratedRegex(@"^\| `(src/[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex FileOfRow();

    [GeneratedRegex("^\\| (`[^|]+)\\|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("^I[A-Z]")]
    private static partial Regex Port();
}
