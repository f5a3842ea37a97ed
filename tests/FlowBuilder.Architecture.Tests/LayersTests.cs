using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>A room reads from bottom to top: what stands below knows nothing of what stands above,
/// and a folder is seen at a glance.</summary>
public sealed class LayersTests
{
    private const int MostFiles = 20;

    public static TheoryData<string> Layered => ["Application", "Core"];

    /// <summary>Projects whose folders are seen at a glance.</summary>
    public static TheoryData<string> Seen => ["Application", "Core", "Runtime", "Storage", "Storage.Sqlite", "Web"];

    [Theory]
    [MemberData(nameof(Layered))]
    public void No_namespaces_depend_on_each_other_in_a_circle(string room) => NamespaceArrows.Within(room).OnCircles().ShouldBeEmpty();

    [Fact]
    public void The_top_folders_of_Web_stand_on_each_other_and_not_in_a_circle() =>
        FolderArrows.Within(Assembly.Load("FlowBuilder.Web"), "FlowBuilder.Web").OnCircles().ShouldBeEmpty();

    [Fact]
    public void A_circle_of_folders_is_found_in_what_is_built() =>
        FolderArrows.Within(typeof(LayersTests).Assembly, "FlowBuilder.Architecture.Tests.Planted").OnCircles()
            .Select(told => told.Split(',')[0]).ShouldBe(["Attic -> Cellar", "Cellar -> Attic"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Seen))]
    public void No_folder_holds_more_than_20_files(string room) =>
        Tree.Ending(".cs", $"src/FlowBuilder.{room}")
            .Concat(Tree.Ending(".razor", $"src/FlowBuilder.{room}"))
            .GroupBy(file => Path.GetDirectoryName(file)!)
            .Where(folder => folder.Count() > MostFiles)
            .Select(folder => $"{folder.Key}: {folder.Count()}").ShouldBeEmpty();

    [Fact]
    public void A_circle_is_found_through_a_third_namespace_and_told_with_its_places()
    {
        var arrows = ArrowsOf(
            ("Below.cs", "namespace Product.Below; public class Ground { public int Height => new Product.Between.Stair().Steps; }"),
            ("Between.cs", "using Product.Above; namespace Product.Between; public class Stair { public int Steps => Roof.Tiles.Count; }"),
            ("Above.cs",
             "using Product.Below; namespace Product.Above; public static class Roof { public static List<Ground> Tiles => []; }"),
            ("Beside.cs", "using Product.Above; namespace Product.Beside; public class Shed { public int Tiles => Roof.Tiles.Count; }"));
        arrows.OnCircles()
            .Select(told => told.Split(',')[0])
            .ShouldBe(
                ["Product.Below -> Product.Between", "Product.Above -> Product.Below", "Product.Between -> Product.Above"],
                ignoreOrder: true);
        arrows.OnCircles().ShouldContain(told => told.Contains("Above.cs:1 names Ground", StringComparison.Ordinal));
    }

    [Fact]
    public void A_using_that_nobody_needs_is_no_arrow() =>
        ArrowsOf(
            ("Below.cs", "using Product.Above; namespace Product.Below; public class Ground;"),
            ("Above.cs", "using Product.Below; namespace Product.Above; public class Roof { public Ground? On { get; init; } }"))
            .OnCircles().ShouldBeEmpty();

    [Fact]
    public void A_type_that_is_nowhere_spelled_out_is_an_arrow_all_the_same() =>
        ArrowsOf(
            ("Below.cs",
             "namespace Product.Below; public class Ground { public int Height(Product.Between.Stair stair) => stair.Roof.Tiles; }"),
            ("Between.cs", "namespace Product.Between; public class Stair { public Product.Above.Roof Roof => new(); }"),
            ("Above.cs", "namespace Product.Above; public class Roof { public int Tiles => new Product.Below.Ground().GetHashCode(); }"))
            .OnCircles().ShouldContain(told => told.StartsWith("Product.Below -> Product.Above", StringComparison.Ordinal));

    private static NamespaceArrows ArrowsOf(params (string Path, string Text)[] files) =>
        NamespaceArrows.Within("Product", files.Select(file => CSharpSyntaxTree.ParseText(file.Text, RoomCode.Options, file.Path)));
}
