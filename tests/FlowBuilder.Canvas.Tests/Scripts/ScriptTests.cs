using System.IO.Compression;
using System.Text.RegularExpressions;
using FlowBuilder.Testing;
using Shouldly;

namespace FlowBuilder.Canvas.Tests.Scripts;

/// <summary>The script's own tests, run by Node over what the build compiled, and how large it may become.</summary>
public sealed partial class ScriptTests
{
    private const int MostLines = 1200;
    private const int MostBytes = 15_000;

    private static readonly string Sources = Path.Combine(Repository.Root, "wwwroot-assets", "canvas");
    private static readonly string Library = Path.Combine(Repository.Root, "src", "FlowBuilder.Canvas");

    public static TheoryData<string> Suites => [.. Directory.EnumerateFiles(Path.Combine(Sources, "tests"), "*.test.mjs").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Suites))]
    public void The_scripts_units_pass(string suite)
    {
        var folder = Directory.CreateTempSubdirectory("canvas-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "package.json"), """{ "type": "module" }""");
            foreach (var module in Modules()) File.Copy(module, Path.Combine(folder.FullName, Path.GetFileName(module)));
            File.Copy(Path.Combine(Repository.Root, "tests", "FlowBuilder.Canvas.Tests", "Drawing", "lines.approved.txt"), Path.Combine(folder.FullName, "lines.approved.txt"));
            var tests = folder.CreateSubdirectory("tests");
            File.Copy(Path.Combine(Sources, "tests", suite), Path.Combine(tests.FullName, suite));
            var (code, output) = Needs.Run(Needs.Program("node", "nodejs"), ["--test", Path.Combine(tests.FullName, suite)], TimeSpan.FromMinutes(1));
            code.ShouldBe(0, output);
            output.ShouldNotContain("tests 0");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_script_stays_small()
    {
        Directory.EnumerateFiles(Sources, "*.ts").Sum(file => File.ReadLines(file).Count()).ShouldBeLessThan(MostLines);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(File.ReadAllBytes(Script));
        packed.Length.ShouldBeLessThan(MostBytes);
    }

    /// <summary>The build joins the modules into one file: a name that two of them declare would be found here.</summary>
    [Fact]
    public void The_one_file_is_a_module_that_Node_can_read()
    {
        var copy = Path.Combine(Path.GetTempPath(), $"canvas-{Guid.NewGuid():N}.mjs");
        File.Copy(Script, copy);
        try
        {
            Needs.Run(Needs.Program("node", "nodejs"), ["--check", copy], TimeSpan.FromMinutes(1)).ShouldBe((0, ""));
        }
        finally
        {
            File.Delete(copy);
        }
    }

    [Fact]
    public void Every_module_is_in_the_one_file()
    {
        var text = File.ReadAllText(Script);
        text.ShouldNotContain("import ");
        Modules().Select(file => Path.GetFileNameWithoutExtension(file)).ShouldBe(Directory.EnumerateFiles(Sources, "*.ts").Select(file => Path.GetFileNameWithoutExtension(file)), ignoreOrder: true);
        foreach (var type in Modules().SelectMany(file => ClassName().Matches(File.ReadAllText(file)).Select(match => match.Value))) text.ShouldContain(type);
    }

    private static string Script => Path.Combine(Library, "wwwroot", "js", "canvas.js");

    private static IEnumerable<string> Modules() => Directory.EnumerateFiles(Path.Combine(Library, "obj", "scripts"), "*.js");

    [GeneratedRegex(@"(?<=^export )class \w+", RegexOptions.Multiline)]
    private static partial Regex ClassName();
}
