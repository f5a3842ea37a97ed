namespace FlowBuilder.Web.Demo;

/// <summary>Texts built into the program.</summary>
internal static class DemoFiles
{
    private static readonly System.Reflection.Assembly Assembly = typeof(DemoFiles).Assembly;

    private static readonly string Prefix = Assembly.GetName().Name + ".";

    /// <summary>What stands between <paramref name="start"/> and <paramref name="end"/> in the names of built-in files, sorted.</summary>
    public static IEnumerable<string> Names(string start, string end) =>
        Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix + start, StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal))
            .Select(name => name[(Prefix.Length + start.Length)..^end.Length])
            .Order(StringComparer.Ordinal);

    public static string Read(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new FileNotFoundException($"{name} is not built into the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
