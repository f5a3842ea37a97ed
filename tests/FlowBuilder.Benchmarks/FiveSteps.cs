using System.Diagnostics;

namespace FlowBuilder.Benchmarks;

/// <summary>
/// W1: every customer enrolled once in five steps, beside the raw floors of the same rounds: as shipped (a run walks on within its turn)
/// and strict (each step is durable before the next begins).
/// </summary>
internal sealed class FiveSteps : Benchmark
{
    private const int Customers = 10_000;
    private const int SentTogether = 100;

    /// <summary>Connections that send events: one alone waits for its own answers longer than the engine works.</summary>
    private const int Senders = 4;

    public override string Name => "w1";

    public override string Size => "10,000 customers through five steps, five rounds";

    public override IReadOnlyList<string> Rows => ["floor F_full", "floor F_rows", "as shipped", "strict", "ratio to F_full"];

    public override bool IsUsual => true;

    public override async Task RunAsync(Scale scale, TextWriter output)
    {
        var customers = scale.Of(Customers);
        await output.WriteLineAsync(
            $"W1: {customers:N0} customers, five steps each, {Senders} senders of {SentTogether} events a call, SQLite synchronous=FULL");
        var folder = Directory.CreateTempSubdirectory("flowbuilder-floor-").FullName;
        List<double> full = [], rows = [], strictRows = [];
        List<Throughput> shipped = [], strict = [];
        await using (var walking = await BenchHost.StartAsync())
        await using (var stepping = await BenchHost.StartAsync(strict: true))
        {
            await MeasureAsync(walking, customers);
            await MeasureAsync(stepping, customers);
            for (var round = 0; round < scale.Rounds; round++)
            {
                full.Add(Floor.Full(folder, customers));
                shipped.Add(await MeasureAsync(walking, customers));
                rows.Add(Floor.Rows(folder, customers));
                strict.Add(await MeasureAsync(stepping, customers));
                strictRows.Add(Floor.StrictRows(folder, customers));
            }
        }

        Directory.Delete(folder, recursive: true);
        await output.WriteLineAsync($"  floor F_full   {Spread(full)} steps/s");
        await output.WriteLineAsync($"  floor F_rows   {Spread(rows)} steps/s; strict {Spread(strictRows)}");
        await TellAsync(output, "as shipped", shipped, full, rows, "gate 0.5, goal 1.0", "gate 0.6, goal 0.8");
        await TellAsync(output, "strict", strict, full, strictRows, "no gate", "gate 0.5, goal 0.7");
    }

    private static async Task TellAsync(
        TextWriter output, string how, List<Throughput> ours, List<double> full, List<double> rows, string ofFull, string ofRows)
    {
        var steps = ours.ConvertAll(one => one.StepsPerSecond);
        await output.WriteLineAsync(
            $"  {how,-14} {Spread(steps)} steps/s, ratio to F_full {Median(steps) / Median(full):0.00} ({ofFull}), to F_rows "
                + $"{Median(steps) / Median(rows):0.00} ({ofRows})");
        await output.WriteLineAsync(
            $"    per step {ours[^1].StatementsPerStep:0.00} statements, {ours[^1].CommitsPerStep:0.0000} commits, "
                + $"{ours[^1].BytesPerStep:N0} bytes allocated (gates as shipped 3.5, 0.004, 3,000; goals 2.5, 0.002, 1,000)");
    }

    private static async Task<Throughput> MeasureAsync(BenchHost host, int customers)
    {
        await host.NextRoundAsync("w1", customers);
        var before = host.Written;
        var allocated = GC.GetTotalAllocatedBytes();
        var done = host.Steps.Expect((long)customers * Floor.StepsEach);
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(
            0, (customers + SentTogether - 1) / SentTogether, new ParallelOptions { MaxDegreeOfParallelism = Senders },
            async (call, cancellation) =>
            {
                var first = call * SentTogether;
                await host.Intake.AcceptAsync(
                    [.. Enumerable.Range(first, Math.Min(SentTogether, customers - first))
                        .Select(index => host.Event("Bench Started", $"w1-{host.Round}-{index}"))],
                    cancellation);
            });
        await done.WaitAsync(TimeSpan.FromMinutes(5));
        var took = clock.Elapsed;
        var steps = (double)customers * Floor.StepsEach;
        return new Throughput(
            steps / took.TotalSeconds, (host.Written.Statements - before.Statements) / steps,
            (host.Written.Commits - before.Commits) / steps, (GC.GetTotalAllocatedBytes() - allocated) / steps);
    }

    /// <summary>What a round came to.</summary>
    private sealed record Throughput(double StepsPerSecond, double StatementsPerStep, double CommitsPerStep, double BytesPerStep);
}
