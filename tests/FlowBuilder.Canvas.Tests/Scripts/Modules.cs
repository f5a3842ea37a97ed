using FlowBuilder.Testing;

namespace FlowBuilder.Canvas.Tests.Scripts;

/// <summary>The modules that browsers get, as the build left them.</summary>
internal static class Modules
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "FlowBuilder.Canvas", "wwwroot", "js");

    /// <summary>Each by its path below <see cref="Folder"/>, with forward slashes.</summary>
    public static IReadOnlyList<string> Sent() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => NameOf(Folder, file))
            .Order(StringComparer.Ordinal)];

    public static string Read(string module) => File.ReadAllText(Path.Combine(Folder, module));

    public static string NameOf(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
}
