namespace FlowBuilder.Benchmarks;

/// <summary>What the designer's core costs on a large drawing.</summary>
internal sealed class DrawingTimes : Benchmark
{
    public override string Name => "drawings";

    public override string Size => "drawings of 500 and 1,000 nodes, five rounds";

    public override IReadOnlyList<string> Rows => ["arrange", "one setting changed", "one connection judged", "the outline", "a merge", "differences"];

    public override bool IsUsual => true;

    public override async Task RunAsync(Scale scale, TextWriter output)
    {
        foreach (var whole in new[] { 500, 1_000 })
        {
            var nodes = scale.Of(whole, least: 20);
            foreach (var (what, milliseconds) in Drawings.Measure(nodes, scale.Rounds))
                await output.WriteLineAsync($"Drawing of {nodes:N0} nodes: {what} {milliseconds:0.00} ms{(what.StartsWith("arrange", StringComparison.Ordinal) && nodes == 500 ? " (gate 100 ms)" : "")}");
        }
    }
}
