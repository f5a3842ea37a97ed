using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>The pages docs/add-a-column.md and docs/add-a-provider.md name what is there, and all of it.</summary>
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
            .Where(file => file.StartsWith("src/FlowBuilder.Storage", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal) && Names(file, member, column))
            .Except(FilesUnder(heading)).ShouldBeEmpty();

    [Fact]
    public void The_page_about_databases_names_every_port() =>
        Tree.Ending(".cs", "src/FlowBuilder.Storage/Ports").Select(Path.GetFileNameWithoutExtension).Where(name => Port().IsMatch(name!) && name != "IStoreCounters")
            .Where(name => !Page("add-a-provider.md").Contains($"| `{name}` |", StringComparison.Ordinal)).ShouldBeEmpty();

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

    private static string Page(string name) => File.ReadAllText(Path.Combine(Tree.Root, "docs", name)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^\| `(src/[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex FileOfRow();

    [GeneratedRegex("^I[A-Z]")]
    private static partial Regex Port();
}
