using System.Globalization;
using FlowBuilder.Testing;

namespace FlowBuilder.Benchmarks;

/// <summary>What needs a browser lives with the browser's tests: this runs the one that measures, in its own process.</summary>
/// <param name="name">On the command line.</param>
/// <param name="size">In words.</param>
/// <param name="project">Folder of the test project, from the root.</param>
/// <param name="tests">The class in it.</param>
/// <param name="asks">Environment variable that asks it for the figures: a file to write them to.
/// The share follows in <c>SPEED_SHARE</c>.</param>
/// <param name="rows">What is printed.</param>
internal sealed class BrowserTimes(
    string name, string size, string project, string tests, string asks, IReadOnlyList<string> rows) : Benchmark
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public override string Name => name;

    public override string Size => size;

    public override IReadOnlyList<string> Rows => rows;

    public override async Task RunAsync(Scale scale, TextWriter output)
    {
        var file = Path.GetTempFileName();
        var folder = AppContext.BaseDirectory.Replace("tests/FlowBuilder.Benchmarks", project, StringComparison.Ordinal);
        var (code, said) = Needs.Run(
            "dotnet", [Path.Combine(folder, $"{Path.GetFileName(project)}.dll"), "--filter-class", tests], Patience,
            environment: new Dictionary<string, string?>
            {
                [asks] = file, ["SPEED_SHARE"] = scale.Share.ToString(CultureInfo.InvariantCulture)
            });
        if (code != 0) throw new InvalidOperationException($"{project} ended with code {code}:\n{said}");
        await output.WriteLineAsync(await File.ReadAllTextAsync(file));
        File.Delete(file);
    }
}
