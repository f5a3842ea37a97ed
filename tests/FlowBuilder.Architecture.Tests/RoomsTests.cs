using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>
/// Which project may know which: Steps -> Core &lt;- Storage &lt;- Application &lt;- Runtime, a database each behind Storage, Canvas by
/// itself, Web -> all; Steps and Runtime never meet, and only Web, which puts the program together, knows a database.
/// </summary>
public sealed partial class RoomsTests
{
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Core", [] },
        { "Steps", ["Core"] },
        { "Storage", ["Core"] },
        { "Storage.Sqlite", ["Core", "Storage"] },
        { "Storage.PostgreSql", ["Core", "Storage"] },
        { "Storage.SqlServer", ["Core", "Storage"] },
        { "Application", ["Core", "Steps", "Storage"] },
        { "Runtime", ["Application", "Core", "Storage"] },
        { "Canvas", [] },
        { "Web", ["Application", "Canvas", "Core", "Runtime", "Steps", "Storage", "Storage.Sqlite"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_room_names_only_the_rooms_it_may_know(string room, string[] mayKnow) =>
        ReferencesOf(room, "ProjectReference").Select(path => RoomName().Match(path).Groups[1].Value).ShouldBeSubsetOf(mayKnow);

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_built_room_reaches_only_the_rooms_it_may_know(string room, string[] mayKnow) =>
        Assembly.Load($"FlowBuilder.{room}").GetReferencedAssemblies()
            .Select(name => name.Name!).Where(name => name.StartsWith("FlowBuilder.", StringComparison.Ordinal))
            .Select(name => name["FlowBuilder.".Length..]).ShouldBeSubsetOf(mayKnow);

    /// <summary>Facts of the world that no program should keep by itself: which numbers and zones
    /// there are; and one copy of each word. They bring no machinery along.</summary>
    private static readonly string[] Facts =
    [
        "libphonenumber-csharp", "PhoneNumbers", "TimeZoneConverter", "CommunityToolkit.HighPerformance"
    ];

    [Theory]
    [InlineData("Core")]
    [InlineData("Steps")]
    public void Core_and_steps_use_the_base_library_and_facts_of_the_world_alone(string room)
    {
        ReferencesOf(room, "PackageReference").ShouldBeSubsetOf(room == "Core" ? Facts : []);
        ReferencesOf(room, "FrameworkReference").ShouldBeEmpty();
        Assembly.Load($"FlowBuilder.{room}").GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name != "FlowBuilder.Core")
            .ShouldBeSubsetOf(room == "Core" ? Facts : []);
    }

    [Fact]
    public void The_canvas_brings_no_package_along() =>
        XDocument.Parse(Tree.Read("src/FlowBuilder.Canvas/FlowBuilder.Canvas.csproj"))
            .Descendants("PackageReference")
            .Where(package => (string?)package.Attribute("PrivateAssets") != "all").ShouldBeEmpty();

    [Fact]
    public void No_product_project_knows_a_test_project() =>
        Tree.Ending(".csproj", "src").Where(file => Tree.Read(file).Contains("tests/", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Tree.Read("FlowBuilder.sln").Replace('\\', '/');
        Tree.Ending(".csproj").Where(file => !solution.Contains(file, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> ReferencesOf(string room, string element) =>
        XDocument.Parse(Tree.Read($"src/FlowBuilder.{room}/FlowBuilder.{room}.csproj"))
            .Descendants(element)
            .Select(reference => (string?)reference.Attribute("Include") ?? "");

    [GeneratedRegex(@"FlowBuilder\.([\w.]+)\.csproj$")]
    private static partial Regex RoomName();
}
