using FlowBuilder.Testing;

namespace FlowBuilder.Architecture.Tests;

/// <summary>The files of the repository as they lie on disk, without what builds and tests leave behind.</summary>
internal static class Tree
{
    private static readonly string[] LeftBehind =
    [
        "bin", "obj", ".git", "node_modules", "TestResults", "artifacts", "data", ".vs", ".idea"
    ];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root => Repository.Root;

    /// <summary>Every file, as a path relative to the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>Every file whose name ends so, below one of the folders (all when none is given).</summary>
    public static IEnumerable<string> Ending(string end, params string[] below) =>
        Files.Where(
            file =>
                file.EndsWith(end, StringComparison.Ordinal)
                && (below.Length == 0 || below.Any(folder => file.StartsWith(folder + "/", StringComparison.Ordinal))));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Names at the root, those excepted which the program and its tools leave behind.</summary>
    public static IEnumerable<string> TopLevel() =>
        Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path)).Where(name => !LeftBehind.Contains(name));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => !LeftBehind.Contains(Path.GetFileName(inner)))
            .SelectMany(Walk));
}
