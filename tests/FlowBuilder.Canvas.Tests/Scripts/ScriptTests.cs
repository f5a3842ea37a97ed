using System.IO.Compression;
using System.Text.RegularExpressions;
using FlowBuilder.Testing;

namespace FlowBuilder.Canvas.Tests.Scripts;

/// <summary>The script's own tests, run by Node over what the build compiled, what of it is sent, and how large that may become.</summary>
public sealed partial class ScriptTests
{
    /// <summary>25 KB, each module packed for itself, as it goes over the wire to a browser that knows nothing better than gzip.</summary>
    private const int MostBytes = 25 * 1024;

    private static readonly string Sources = Path.Combine(Repository.Root, "wwwroot-assets", "canvas");

    public static TheoryData<string> Suites =>
        [.. Directory.EnumerateFiles(Path.Combine(Sources, "tests"), "*.test.mjs").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Suites))]
    public void The_scripts_units_pass(string suite)
    {
        var folder = Directory.CreateTempSubdirectory("canvas-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "package.json"), """{ "type": "module" }""");
            foreach (var module in Modules.Sent())
            {
                var copy = Path.Combine(folder.FullName, module);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(Path.Combine(Modules.Folder, module), copy);
            }

            File.Copy(
                Path.Combine(Repository.Root, "tests", "FlowBuilder.Canvas.Tests", "Geometry", "lines.approved.txt"),
                Path.Combine(folder.FullName, "lines.approved.txt"));
            var tests = folder.CreateSubdirectory("tests");
            File.Copy(Path.Combine(Sources, "tests", suite), Path.Combine(tests.FullName, suite));
            var (code, output) = Needs.Run(
                Needs.Program("node", "nodejs"), ["--test", Path.Combine(tests.FullName, suite)], TimeSpan.FromMinutes(1));
            code.ShouldBe(0, output);
            output.ShouldNotContain("tests 0");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_script_stays_small() => Modules.Sent().Sum(module => Packed(Modules.Read(module))).ShouldBeLessThan(MostBytes);

    /// <summary>Files of types only (<c>.d.ts</c>) are for the compiler.</summary>
    [Fact]
    public void Every_source_becomes_a_module_and_nothing_else_is_sent() =>
        Modules.Sent().ShouldBe(
            from file in Directory.EnumerateFiles(Sources, "*.ts", SearchOption.AllDirectories)
            where !file.EndsWith(".d.ts", StringComparison.Ordinal)
            select Path.ChangeExtension(Modules.NameOf(Sources, file), ".js"), ignoreOrder: true);

    /// <summary>All modules are loaded at once: one that nobody needs would be loaded in vain.</summary>
    [Fact]
    public void The_entry_leads_to_every_module()
    {
        var reached = new HashSet<string> { "canvas.js" };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var module))
        {
            foreach (var needed in ImportsOf(module).Where(reached.Add)) open.Enqueue(needed);
        }

        reached.ShouldBe(Modules.Sent(), ignoreOrder: true);
    }

    /// <summary>A folder knows only those before it: one reads the script from <c>core</c> upwards.</summary>
    [Fact]
    public void Folders_stand_one_above_the_other()
    {
        string[] floors = ["core", "view", "board.js", "gestures", "input", "canvas.js"];
        int FloorOf(string module) => Array.IndexOf(floors, module.Split('/')[0]);
        (from module in Modules.Sent()
         from needed in ImportsOf(module)
         where FloorOf(needed) > FloorOf(module)
         select $"{module} -> {needed}").ShouldBeEmpty();
    }

    private static IEnumerable<string> ImportsOf(string module) =>
        from import in Import().Matches(Modules.Read(module))
        let path = Path.Combine(Modules.Folder, Path.GetDirectoryName(module)!, import.Groups[1].Value)
        select Modules.NameOf(Modules.Folder, Path.GetFullPath(path));

    private static long Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new StreamWriter(new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))) gzip.Write(text);
        return packed.Length;
    }

    [GeneratedRegex("""^import .* from "(\.[^"]+)";$""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
