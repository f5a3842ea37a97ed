namespace FlowBuilder.Benchmarks;

/// <summary>The pages of a full review queue.</summary>
internal sealed class ReviewTimes : Benchmark
{
    public override string Name => "reviews";

    public override string Size => "a review queue of 10,000, five rounds";

    public override IReadOnlyList<string> Rows =>
    [
        "first page", "of one sequence", "expiring", "asked", "put off", "page at nine tenths", "one opened", "200 alike"
    ];

    public override async Task RunAsync(Scale scale, TextWriter output)
    {
        var items = scale.Of(10_000);
        foreach (var (what, milliseconds) in await ReviewPages.MeasureAsync(items, scale.Rounds))
            await output.WriteLineAsync($"Review queue of {items:N0}: {what} {milliseconds:0.0} ms (gate 1,000 ms)");
    }
}
