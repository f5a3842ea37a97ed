using System.Text.Json;
using System.Text.RegularExpressions;
using FlowBuilder.Application.Lists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>What the documents say can be followed: links live, code compiles, JSON parses.</summary>
public sealed partial class DocsTests
{
    internal const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    public static TheoryData<string> Pages => [.. Tree.Ending(".md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page) =>
        (from match in Link().Matches(WithoutCode(Tree.Read(page)))
         let target = match.Groups[1].Value
         where !target.Contains("://", StringComparison.Ordinal)
             && !target.StartsWith("mailto:", StringComparison.Ordinal)
             && !LeadsSomewhere(page, target)
         select target).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Pages))]
    public void All_code_of_a_page_compiles_together(string page)
    {
        var blocks = Blocks(page, "csharp", "cs").ToList();
        if (blocks.Count == 0) return;
        var trees = blocks.Select((block, number) => Parse(block, $"{page}#{number + 1}")).Append(Parse(ImplicitUsings, "usings"));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        CSharpCompilation
            .Create(
                "Page", trees, references,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(finding => finding.Severity >= DiagnosticSeverity.Warning)
            .Select(finding => finding.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_of_JSON_parses(string page)
    {
        foreach (var block in Blocks(page, "json")) JsonDocument.Parse(block).Dispose();
    }

    [Fact]
    public void Every_decision_is_in_the_index()
    {
        var index = Tree.Read("docs/adr/README.md");
        Tree.Ending(".md", "docs/adr")
            .Select(file => Path.GetFileName(file))
            .Where(name => name != "README.md" && !index.Contains($"({name})", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_readme_is_short() => Tree.Read("README.md").Split('\n').Length.ShouldBeLessThan(150);

    private static SyntaxTree Parse(string code, string path) =>
        CSharpSyntaxTree.ParseText(
            code, new CSharpParseOptions(LanguageVersion.Latest), path, cancellationToken: TestContext.Current.CancellationToken);

    private static bool LeadsSomewhere(string page, string target)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0 ? Path.Combine(Tree.Root, page) : Path.Combine(Tree.Root, Path.GetDirectoryName(page)!, parts[0]);
        return Directory.Exists(file)
            || (File.Exists(file)
                && (parts.Length == 1
                    || !file.EndsWith(".md", StringComparison.Ordinal)
                    || Anchors(File.ReadAllText(file)).Contains(parts[1])));
    }

    private static IEnumerable<string> Anchors(string page) =>
        Heading().Matches(WithoutCode(page))
            .Select(match => NotInAnchors().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static IEnumerable<string> Blocks(string page, params string[] languages) =>
        Fence().Matches(Tree.Read(page)).Where(match => languages.Contains(match.Groups[1].Value)).Select(match => match.Groups[2].Value);

    private static string WithoutCode(string page) => InlineCode().Replace(Fence().Replace(page, ""), "");

    [GeneratedRegex(@"^```(\w*)[^\n]*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\(([^)\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
