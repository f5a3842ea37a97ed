using System.Reflection;
using System.Text.RegularExpressions;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowBuilder.Steps.Tests.Docs;

/// <summary>The step on the page docs/add-a-step.md is compiled as it stands there and asked what every step is asked.</summary>
public sealed partial class AddAStepPageTests
{
    private static readonly string Page =
        File.ReadAllText(Path.Combine(StepsPageTests.Root(), "docs", "add-a-step.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_step_on_the_page_is_one_file_and_joins_the_catalogue_by_itself()
    {
        var catalog = Catalog();

        catalog.All.Length.ShouldBe(Steps.Catalogue.Steps.All.Length + 1);
        catalog.Find("plan-next-service")!.Kind.ShouldBe(StepKind.Action);
    }

    [Fact]
    public void The_step_on_the_page_conforms()
    {
        var json = new StepJson(Catalog());
        var asked = new Conformance(json);
        var type = json.Catalog.Find("plan-next-service")!;
        var example = Blocks("json").Single();

        asked.IsNamed(type);
        Conformance.SettingsAreDescribed(type);
        asked.EmptyDraftIsBorne(type);
        asked.ExampleIsSound(type, example);
        asked.JsonComesBack(example);
        asked.SameInputSameOutcome(type, example);
        Conformance.IsDocumented(type, StepsPage.Write(json, new Dictionary<string, string>(Samples.ById) { [type.Id] = example }));
    }

    [Fact]
    public void The_page_names_the_command_that_writes_the_list() =>
        Page.ShouldContain("FLOWBUILDER_WRITE_DOCS=1 dotnet run --project tests/FlowBuilder.Steps.Tests");

    private static StepCatalog Catalog()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compiled = CSharpCompilation.Create("PageSteps", [CSharpSyntaxTree.ParseText(Blocks("csharp").Single())], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var emitted = compiled.Emit(image);
        emitted.Diagnostics
            .Where(finding => finding.Severity >= DiagnosticSeverity.Warning)
            .Select(finding => finding.ToString()).ShouldBeEmpty();
        return StepCatalog.Of(typeof(Steps.Catalogue).Assembly, Assembly.Load(image.ToArray()));
    }

    private static IEnumerable<string> Blocks(string language) =>
        Block().Matches(Page).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value.Trim());

    [GeneratedRegex("```([a-z]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
