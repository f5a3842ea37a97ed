namespace FlowBuilder.Steps.Tests;

public sealed class StepsPageTests
{
    private static readonly string Place = Path.Combine(Root(), "docs", "steps.md");

    public static string Page { get; } = StepsPage.Write(Scene.Json, Samples.ById);

    [Fact]
    public void The_page_is_what_the_catalogue_writes()
    {
        if (Environment.GetEnvironmentVariable("FLOWBUILDER_WRITE_DOCS") == "1") File.WriteAllText(Place, Page);

        (File.ReadAllText(Place).ReplaceLineEndings("\n")
            == Page).ShouldBeTrue(
                "docs/steps.md is stale: write it anew: FLOWBUILDER_WRITE_DOCS=1 dotnet run --project tests/FlowBuilder.Steps.Tests");
    }

    internal static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FlowBuilder.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no FlowBuilder.sln above the tests");
        return folder;
    }
}
