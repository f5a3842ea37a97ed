using System.Collections.Concurrent;
using System.Diagnostics;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Benchmarks;

/// <summary>W2: an open loop of so many events a second; time from “accepted” to the first action's commit.</summary>
internal sealed class OpenLoop : Benchmark
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);

    public override string Name => "w2";

    public override string Size => "100 and 1,000 events/s, 10 s each";

    public override IReadOnlyList<string> Rows => ["W2: 100 events/s", "W2: 1,000 events/s"];

    public override bool IsUsual => true;

    public override async Task RunAsync(Scale scale, TextWriter output)
    {
        await using var host = await BenchHost.StartAsync();
        var length = scale.Of(Length, Shortest);
        await MeasureAsync(host, 100, length / 3);
        foreach (var rate in new[] { 100, 1_000 })
        {
            var times = await MeasureAsync(host, rate, length);
            await output.WriteLineAsync(
                $"W2: {rate:N0} events/s for {length.TotalSeconds:0.#} s, event accepted to first action committed: p50 "
                    + $"{times[times.Length / 2]:0.00} ms, p99 {times[(int)(times.Length * 0.99)]:0.00} ms, max {times[^1]:0.0} ms (gate: "
                    + $"p99 {(rate == 100 ? 5 : 10)} ms, goal {(rate == 100 ? 2 : 5)} ms)");
        }
    }

    /// <returns>Milliseconds, in order.</returns>
    private static async Task<double[]> MeasureAsync(BenchHost host, int perSecond, TimeSpan length)
    {
        var total = (int)(perSecond * length.TotalSeconds);
        await host.NextRoundAsync($"w2-{perSecond}", total);
        host.Steps.Forget();
        var accepted = new ConcurrentDictionary<CustomerId, long>();
        var done = host.Steps.Expect((long)total * Floor.StepsEach);
        var began = Stopwatch.GetTimestamp();
        var sending = new List<Task>(total);
        for (var index = 0; index < total; index++)
        {
            var due = TimeSpan.FromSeconds((double)index / perSecond);
            while (Stopwatch.GetElapsedTime(began) < due) await Task.Delay(1);
            sending.Add(SendAsync($"w2-{perSecond}-{host.Round}-{index}"));
        }

        await Task.WhenAll(sending);
        await done.WaitAsync(TimeSpan.FromMinutes(2));
        return [.. accepted.Select(one => Stopwatch.GetElapsedTime(one.Value, host.Steps.First[one.Key]).TotalMilliseconds)
            .Select(time => Math.Max(0, time)).Order()];

        async Task SendAsync(string customer)
        {
            var stored = await host.Intake.AcceptAsync([host.Event("Bench Started", customer)], CancellationToken.None);
            accepted[stored[0].Customer] = Stopwatch.GetTimestamp();
        }
    }
}
