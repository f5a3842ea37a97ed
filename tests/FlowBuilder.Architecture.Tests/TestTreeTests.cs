using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>Where a test stands: in the folder of what it tests, so that it is found without searching.</summary>
public sealed class TestTreeTests
{
    /// <summary>Folders of test projects that hold what no folder of the product can: what tests
    /// share, what is measured, what is held against a page.</summary>
    private static readonly string[] Shared = ["Support", "Docs"];

    /// <summary>The program of somebody else that docs/live.md shows: its namespace is theirs.</summary>
    private const string Outsider = "tests/FlowBuilder.Web.Tests/Live/ReviewBell.cs";

    /// <summary>
    /// The projects it holds for, with folders of their own. The canvas is tried in a browser:
    /// <c>Rig</c> and <c>Sample</c> are the browser and the page,
    /// <c>Gestures</c> and <c>Scripts</c> belong to the script in wwwroot-assets/canvas,
    /// <c>Speed</c> measures. What every database must keep stands in
    /// <c>Contracts</c>, its tables in <c>Schemas</c>; <c>Sqlite</c> mirrors the assembly of that database. <c>Whole</c> holds tests of the
    /// whole program, the two clients are real ones, from npm.
    /// </summary>
    private static readonly Dictionary<string, string[]> Own = new(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["Steps"] = [],
        ["Canvas"] = ["Rig", "Sample", "Gestures", "Scripts", "Speed", "wwwroot"],
        ["Runtime"] = [],
        ["Storage"] = ["Contracts", "Schemas", "Sqlite"],
        ["Web"] = ["Whole", "segment-client", "signalr-client"],
    };

    public static TheoryData<string> Mirrored => [.. Own.Keys];

    [Theory]
    [MemberData(nameof(Mirrored))]
    public void Every_folder_of_tests_is_a_folder_of_what_is_tested(string room)
    {
        var known = Tree.Files.Where(file => file.StartsWith($"src/FlowBuilder.{room}/", StringComparison.Ordinal))
            .SelectMany(file => WithParents(FolderIn("src", room, file)))
            .ToHashSet(StringComparer.Ordinal);
        Tree.Files.Where(file => file.StartsWith($"tests/FlowBuilder.{room}.Tests/", StringComparison.Ordinal))
            .Select(file => FolderIn("tests", $"{room}.Tests", file)).Distinct()
            .Where(folder => folder.Length > 0 && !known.Contains(folder) && !IsOwn(room, folder)).ShouldBeEmpty();
    }

    /// <summary>A class that is a sentence tells by its folder what it is about; one named after a type stands beside it.</summary>
    [Theory]
    [MemberData(nameof(Mirrored))]
    public void The_tests_of_a_type_stand_in_its_folder(string room)
    {
        const string end = "Tests";
        var types = Source.All.Where(source => source.Path.StartsWith($"src/FlowBuilder.{room}/", StringComparison.Ordinal))
            .SelectMany(
                source => source.TopLevelTypes.Select(type => (Name: Source.NameOf(type), Folder: FolderIn("src", room, source.Path))))
            .ToLookup(type => type.Name, type => type.Folder, StringComparer.Ordinal);
        (from source in Source.All
         where source.Path.StartsWith($"tests/FlowBuilder.{room}.Tests/", StringComparison.Ordinal)
         from type in source.TopLevelTypes
         let name = Source.NameOf(type)
         where name.EndsWith(end, StringComparison.Ordinal)
         let folders = types[name[..^end.Length]].ToList()
         where folders.Count > 0 && !folders.Contains(FolderIn("tests", $"{room}.Tests", source.Path))
         select $"{source.Path} belongs into {string.Join(" or ", folders)}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Mirrored))]
    public void The_namespace_of_a_test_follows_its_folder(string room) =>
        (from source in Source.All
         where source.Path.StartsWith($"tests/FlowBuilder.{room}.Tests/", StringComparison.Ordinal) && source.Path != Outsider
         from space in source.Root.DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseNamespaceDeclarationSyntax>()
         where space.Name.ToString() != Path.GetDirectoryName(source.Path)!.Replace('\\', '/')["tests/".Length..].Replace('/', '.')
         select $"{source.Path}: {space.Name}").ShouldBeEmpty();

    private static IEnumerable<string> WithParents(string folder)
    {
        for (var at = folder; at.Length > 0; at = Path.GetDirectoryName(at)!.Replace('\\', '/')) yield return at;
    }

    private static bool IsOwn(string room, string folder) =>
        folder.Split('/')[0] is var top && (Shared.Contains(top) || Own[room].Contains(top));

    /// <summary>The folder of a file below its project; empty at the top of it.</summary>
    private static string FolderIn(string root, string project, string file) =>
        Path.GetDirectoryName(file)!.Replace('\\', '/')[$"{root}/FlowBuilder.{project}".Length..].Trim('/');
}
