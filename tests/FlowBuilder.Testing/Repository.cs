namespace FlowBuilder.Testing;

/// <summary>Where the tests find the repository they were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The built program, of the same configuration as the tests.</summary>
    public static string Program { get; } = Path.Combine(
        Root, "src", "FlowBuilder.Web", "bin", Configuration, "net10.0", "FlowBuilder.Web.dll");

    private static string Configuration =>
        Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "FlowBuilder.sln"))
            ? folder
            : FindRoot(
                Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))
                ?? throw new InvalidOperationException("No folder above the tests holds FlowBuilder.sln."));
}
