using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>The pages docs/add-a-*.md name files that exist, no more of them than the house allows for such a change.</summary>
public sealed partial class AddAPageCountTests
{
    /// <summary>Page and most files: what a change of the kind may touch.</summary>
    public static TheoryData<string, int> Changes => new() { { "docs/add-a-check.md", 2 }, { "docs/add-a-screen.md", 3 }, { "docs/add-a-node-kind.md", 8 } };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_touches_no_more_files_than_it_may(string page, int most) => Rows(page).Count().ShouldBeLessThanOrEqualTo(most);

    [Theory]
    [InlineData("docs/add-a-check.md")]
    [InlineData("docs/add-a-screen.md")]
    public void The_files_of_the_table_are_there(string page) =>
        Rows(page).Where(file => !Tree.Files.Any(known => known == file || known.EndsWith("/" + file, StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void The_check_on_the_page_is_the_one_of_the_product() =>
        Tree.Read("docs/add-a-check.md").ReplaceLineEndings("\n").ShouldContain(Tree.Read("src/FlowBuilder.Core/Plans/Checks/Shape/NoTriggerCheck.cs").ReplaceLineEndings("\n").Trim());

    private static IEnumerable<string> Rows(string page) =>
        Tree.Read(page).Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => FirstFile().Match(line).Groups[1].Value);

    [GeneratedRegex("^\\| `([^`]+)`")]
    private static partial Regex FirstFile();
}
