using System.Diagnostics;

namespace FlowBuilder.Benchmarks;

/// <summary>W1: every customer enrolled once in five steps, beside the raw floors of the same rounds. The engine as shipped: a run walks on within its turn.</summary>
internal sealed class FiveSteps : Benchmark
{
    private const int Customers = 10_000;

    public override string Name => "w1";

    public override string Size => "10,000 customers through five steps, five rounds";

    public override IReadOnlyList<string> Rows => ["floor F_full", "floor F_rows", "engine", "ratio to F_full", "per step"];

    public override bool IsUsual => true;

    public override async Task RunAsync(Scale scale, TextWriter output)
    {
        var customers = scale.Of(Customers);
        await output.WriteLineAsync($"W1: {customers:N0} customers, five steps each, as shipped, SQLite synchronous=FULL");
        var folder = Directory.CreateTempSubdirectory("flowbuilder-floor-").FullName;
        var full = new List<double>();
        var rows = new List<double>();
        var ours = new List<Throughput>();
        await using var host = await BenchHost.StartAsync();
        await MeasureAsync(host, customers);
        for (var round = 0; round < scale.Rounds; round++)
        {
            full.Add(Floor.Full(folder, customers));
            ours.Add(await MeasureAsync(host, customers));
            rows.Add(Floor.Rows(folder, customers));
        }

        Directory.Delete(folder, recursive: true);
        var steps = ours.Select(one => one.StepsPerSecond).ToList();
        await output.WriteLineAsync($"  floor F_full   {Spread(full)} steps/s");
        await output.WriteLineAsync($"  floor F_rows   {Spread(rows)} steps/s");
        await output.WriteLineAsync($"  engine         {Spread(steps)} steps/s");
        await output.WriteLineAsync($"  ratio to F_full {Median(steps) / Median(full):0.00} (gate 0.25, goal 1.0), to F_rows {Median(steps) / Median(rows):0.00} (goal 0.7)");
        await output.WriteLineAsync($"  per step: {ours[^1].StatementsPerStep:0.00} statements (at most 8), {ours[^1].CommitsPerStep:0.0000} commits (at most 0.1), {ours[^1].BytesPerStep:N0} bytes allocated");
    }

    private static async Task<Throughput> MeasureAsync(BenchHost host, int customers)
    {
        await host.NextRoundAsync("w1", customers);
        var before = host.Written;
        var allocated = GC.GetTotalAllocatedBytes();
        var done = host.Steps.Expect((long)customers * Floor.StepsEach);
        var clock = Stopwatch.StartNew();
        for (var first = 0; first < customers; first += 100)
            await host.Intake.AcceptAsync([.. Enumerable.Range(first, Math.Min(100, customers - first)).Select(index => host.Event("Bench Started", $"w1-{host.Round}-{index}"))], CancellationToken.None);
        await done.WaitAsync(TimeSpan.FromMinutes(5));
        var took = clock.Elapsed;
        var steps = (double)customers * Floor.StepsEach;
        return new Throughput(steps / took.TotalSeconds, (host.Written.Statements - before.Statements) / steps, (host.Written.Commits - before.Commits) / steps, (GC.GetTotalAllocatedBytes() - allocated) / steps);
    }

    /// <summary>What a round came to.</summary>
    private sealed record Throughput(double StepsPerSecond, double StatementsPerStep, double CommitsPerStep, double BytesPerStep);
}
