namespace FlowBuilder.Benchmarks;

/// <summary>What the designer's core costs on a large drawing.</summary>
internal sealed class DrawingTimes : Benchmark
{
    public override string Name => "drawings";

    public override string Size => "drawings of 500 and 1,000 nodes, and what is done to whole ones of 4,500 and 9,000; five rounds";

    public override IReadOnlyList<string> Rows =>
    [
        "arrange", "one setting changed", "one connection judged", "the outline", "a merge", "differences", "validate a chain",
        "validate loose emails", "arrange loose emails", "differences of loose emails", "export a chain"
    ];

    public override bool IsUsual => true;

    public override async Task RunAsync(Scale scale, TextWriter output)
    {
        foreach (var whole in new[] { 500, 1_000 })
        {
            var nodes = scale.Of(whole, least: 20);
            foreach (var (what, milliseconds) in Drawings.Measure(nodes, scale.Rounds))
                await output.WriteLineAsync(
                    $"Drawing of {nodes:N0} nodes: {what} {milliseconds:0.00} "
                        + $"ms{(what.StartsWith("arrange", StringComparison.Ordinal) && nodes == 500 ? " (gate 100 ms)" : "")}");
        }

        // Twice the nodes may cost little more than twice the time.
        foreach (var whole in new[] { 4_500, 9_000 })
        {
            var nodes = scale.Of(whole, least: 20);
            foreach (var (what, milliseconds) in Drawings.MeasureWhole(nodes, scale.Rounds))
                await output.WriteLineAsync($"Drawing of {nodes:N0} nodes: {what} {milliseconds:0.00} ms");
        }
    }
}
