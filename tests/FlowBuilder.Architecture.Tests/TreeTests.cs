using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>What lies where in the repository.</summary>
public sealed partial class TreeTests
{
    private static readonly string[] MayStandAtTheRoot =
    [
        "src", "tests", "e2e", "wwwroot-assets", "docs", "FlowBuilder.sln", "docker-compose.yml", "README.md", "LICENSE", "CHANGELOG.md",
        "CONTRIBUTING.md", "test.sh", "global.json", "nuget.config",
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", ".ci", ".config", ".dockerignore", ".editorconfig",
        ".gitattributes", ".gitignore",
    ];

    private static readonly string[] TextFiles =
    [
        ".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".yml", ".yaml", ".sh", ".ts", ".mjs", ".js", ".css", ".razor",
        ".html", ".txt", ".liquid", ".sql", ".xml"
    ];

    [Fact]
    public void The_root_holds_only_what_belongs_there() => Tree.TopLevel().Except(MayStandAtTheRoot).ShouldBeEmpty();

    [Fact]
    public void Every_project_locks_its_packages() =>
        Tree.Ending(".csproj")
            .Where(project => !File.Exists(Path.Combine(Tree.Root, Path.GetDirectoryName(project)!, "packages.lock.json"))).ShouldBeEmpty();

    [Fact]
    public void Packages_that_come_along_with_others_are_audited_too() =>
        Tree.Read("Directory.Build.props").ShouldContain("<NuGetAuditMode>all</NuGetAuditMode>");

    [Fact]
    public void Package_versions_stand_in_one_file() =>
        Tree.Ending(".csproj").Where(project => PackageVersion().IsMatch(Tree.Read(project))).ShouldBeEmpty();

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine() =>
        (from file in Tree.Files
         where (TextFiles.Contains(Path.GetExtension(file)) || file.StartsWith(".ci/", StringComparison.Ordinal))
             && !file.EndsWith("lock.json", StringComparison.Ordinal)
         from match in MachinePath().Matches(Tree.Read(file))
         select $"{file}: {match.Value}").ShouldBeEmpty();

    [Fact]
    public void Node_packages_are_locked_to_the_public_registry() =>
        (from file in Tree.Ending("package-lock.json")
         from package in JsonDocument.Parse(Tree.Read(file)).RootElement.GetProperty("packages").EnumerateObject()
         where package.Value.TryGetProperty("resolved", out var resolved)
             && !resolved.GetString()!.StartsWith("https://registry.npmjs.org/", StringComparison.Ordinal)
         select $"{file}: {package.Name}").ShouldBeEmpty();

    [Fact]
    public void Scripts_can_be_run()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var script in new[] { "test.sh", ".ci/run" })
            File.GetUnixFileMode(Path.Combine(Tree.Root, script)).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue(script);
    }

    [Fact]
    public void No_file_is_larger_than_600_kilobytes() =>
        Tree.Files.Where(file => new FileInfo(Path.Combine(Tree.Root, file)).Length > 600 * 1024).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_to_do_in_the_product() =>
        (from file in Tree.Ending(".cs", "src")
         where LeftToDo().IsMatch(Tree.Read(file))
         select file).ShouldBeEmpty();

    [GeneratedRegex(@"<PackageReference[^>]*\sVersion(Override)?=")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"(?<![\w.~])/(?:wor[k]|hom[e]|roo[t]|Users|mnt|far[m])/[\w.-]+/[\w./-]*|bash_job[s]")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex LeftToDo();
}
