using System.Collections.Concurrent;
using System.Diagnostics;
using FlowBuilder.Core.Customers;

namespace FlowBuilder.Benchmarks;

/// <summary>The measured work, all through the real path: intake, compiled plan, facts, history, decision, effect key, rendered message to a null sink.</summary>
internal static class Workloads
{
    /// <summary>W1: every customer enrolled once in five steps; strict: each step durable before the customer's next.</summary>
    public static async Task<Throughput> FiveStepsAsync(BenchHost host, int customers)
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

    /// <summary>W2: an open loop of so many events a second; time from “accepted” to the first action's commit.</summary>
    public static async Task<Latency> OpenLoopAsync(BenchHost host, int perSecond, TimeSpan length)
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
        var times = accepted.Select(one => Stopwatch.GetElapsedTime(one.Value, host.Steps.First[one.Key]).TotalMilliseconds).Select(time => Math.Max(0, time)).Order().ToArray();
        return new Latency(times[times.Length / 2], times[(int)(times.Length * 0.99)], times[^1]);

        async Task SendAsync(string customer)
        {
            var receipt = await host.Intake.AcceptAsync([host.Event("Bench Started", customer)], CancellationToken.None);
            accepted[receipt[0].Customer] = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>W3: of so many waiting runs 1,000 fall due at one instant; until all have one action recorded.</summary>
    public static async Task<DueTimes> ManyWaitingAsync(BenchHost host, int waiting)
    {
        await host.FillWaitingAsync(waiting);
        var empty = new List<double>();
        for (var round = 0; round < 200; round++)
        {
            var began = Stopwatch.GetTimestamp();
            host.Store.ReadDue(round % host.Partitions, host.Clock.Now, 512);
            empty.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var times = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            var due = host.Clock.Now.AddSeconds(3);
            await host.AddWaitingAsync(1000, due);
            await host.Engine.DrainAsync(CancellationToken.None);
            var done = host.Steps.Expect(2000);
            var left = due - host.Clock.Now;
            if (left > TimeSpan.Zero) await Task.Delay(left);
            var began = Stopwatch.GetTimestamp();
            await done.WaitAsync(TimeSpan.FromMinutes(1));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        empty.Sort();
        return new DueTimes(times[2], times[0], times[^1], empty[empty.Count / 2]);
    }
}

/// <summary>What W1 came to.</summary>
internal sealed record Throughput(double StepsPerSecond, double StatementsPerStep, double CommitsPerStep, double BytesPerStep);

/// <summary>What W2 came to, in milliseconds.</summary>
internal sealed record Latency(double P50, double P99, double Max);

/// <summary>What W3 came to, in milliseconds: median, least, most, and the cost of asking when nothing is due.</summary>
internal sealed record DueTimes(double Median, double Min, double Max, double EmptyCheck);
