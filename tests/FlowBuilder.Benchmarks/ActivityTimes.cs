namespace FlowBuilder.Benchmarks;

/// <summary>The pages of years of activity.</summary>
internal sealed class ActivityTimes : Benchmark
{
    public override string Name => "activity";

    public override string Size => "1,000,000 steps in 200,000 runs of 300,000 customers, five rounds";

    public override IReadOnlyList<string> Rows =>
    [
        "list, first page", "list, page at nine tenths", "customer of whom there is one", "one run with its path", "Home",
        "list of sequences", "page of a sequence"
    ];

    public override async Task RunAsync(Scale scale, TextWriter output)
    {
        var runs = scale.Of(200_000);
        foreach (var (what, milliseconds) in await ActivityPages.MeasureAsync(runs, scale.Of(300_000), scale.Rounds))
            await output.WriteLineAsync(
                $"Activity of {runs * ActivityPages.StepsEach:N0} steps in {runs:N0} runs: {what} {milliseconds:0.0} ms (gate 1,000 ms)");
    }
}
