using System.Text.RegularExpressions;
using FlowBuilder.Testing;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Demo;

public sealed partial class The_tour_of_the_readme
{
    /// <summary>What has to be in the answers of each numbered step.</summary>
    private static readonly string[][] Expected =
    [
        ["\"success\":true"], ["\"state\":\"waiting\"", "Entered because of"], ["Your estimate for spring clean-up"],
        ["\"state\":\"stopped\""]
    ];

    [Fact]
    public async Task Works_as_it_is_written()
    {
        using var folder = new TestFolder();
        await using var host = new DemoHost(folder);
        host.UseKestrel(0);
        host.StartServer();
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken);
        var tour = readme[readme.IndexOf(
            "## Five minutes", StringComparison.Ordinal)..readme.IndexOf("## Your own installation", StringComparison.Ordinal)];
        var steps = NumberedCode()
            .Matches(tour)
            .Select(
                match => match.Groups[1].Value.Replace(
                    "localhost:5080", host.ClientOptions.BaseAddress.Authority, StringComparison.Ordinal)).ToList();
        steps.Count.ShouldBe(Expected.Length);
        Needs.Program("curl", "curl");
        foreach (var (step, words) in steps.Zip(Expected))
        {
            var said = "";
            foreach (var command in step.Split("\n   curl", StringSplitOptions.RemoveEmptyEntries))
            {
                var (code, output) = Needs.Run(
                    "/bin/bash", ["-c", $"curl {command.Replace("   curl", "", StringComparison.Ordinal)}"], TimeSpan.FromMinutes(2));
                code.ShouldBe(0, output);
                said += output;
                // A reader takes longer to look than the engine to work.
                await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
            }

            foreach (var word in words) said.ShouldContain(word);
        }
    }

    [GeneratedRegex("^ {3}```bash\n(.*?)^ {3}```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NumberedCode();
}
