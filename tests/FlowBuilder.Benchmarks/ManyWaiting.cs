using System.Diagnostics;
using FlowBuilder.Storage.Sqlite.Reading;

namespace FlowBuilder.Benchmarks;

/// <summary>W3: of so many waiting runs 1,000 fall due at one instant, to which the product clock
/// is moved; until all have one action recorded.</summary>
internal sealed class ManyWaiting : Benchmark
{
    private const int Due = 1_000;
    private const int EmptyChecks = 200;

    /// <summary>How far ahead the instant lies; it comes by moving the clock, never by waiting.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public override string Name => "w3";

    public override string Size => "10,000, 100,000 and 1,000,000 waiting, 1,000 of them due at one instant, five rounds";

    public override IReadOnlyList<string> Rows => ["waiting, ", "due at one instant", "nothing due costs"];

    public override bool IsUsual => true;

    public override async Task RunAsync(Scale scale, TextWriter output)
    {
        await using var host = await BenchHost.StartAsync();
        var before = 0d;
        foreach (var whole in new[] { 10_000, 100_000, 1_000_000 })
        {
            var size = scale.Of(whole);
            var due = scale.Of(Due);
            var clock = Stopwatch.StartNew();
            var (empty, times) = await MeasureAsync(host, size, due, scale.Rounds);
            var growth = before == 0 ? "" : $", {Median(times) / before:0.00} x the smallest";
            if (before == 0) before = Median(times);
            await output.WriteLineAsync(
                $"W3: {size:N0} waiting, {due:N0} due at one instant: all acted on within {Median(times):0} ms (min {times.Min():0}, max "
                    + $"{times.Max():0}; gate 100 ms, goal 50 ms){growth}; nothing due costs {empty:0.000} ms; took "
                    + $"{clock.Elapsed.TotalSeconds:0} s in all; memory {Environment.WorkingSet / 1_048_576} MB");
        }
    }

    private static async Task<(double Empty, List<double> Times)> MeasureAsync(BenchHost host, int waiting, int due, int rounds)
    {
        await host.FillWaitingAsync(waiting);
        var empty = new List<double>();
        for (var check = 0; check < EmptyChecks; check++)
        {
            var began = Stopwatch.GetTimestamp();
            await host.Store.Due.ReadDueAsync(check % host.Partitions, host.Clock.Now, 512, null, CancellationToken.None);
            empty.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var at = host.Clock.Now + Ahead;
            await host.AddWaitingAsync(due, at);
            // The wait's own step and the tag behind it.
            var done = host.Steps.Expect(2 * due);
            var began = await host.MoveClockAsync(at);
            times.Add(Stopwatch.GetElapsedTime(began, await done.WaitAsync(Patience)).TotalMilliseconds);
        }

        return (Median(empty), times);
    }
}
