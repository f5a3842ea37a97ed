using System.Diagnostics;

namespace FlowBuilder.Benchmarks;

/// <summary>How long a reading takes.</summary>
internal static class Timing
{
    private const int FewestRounds = 5;

    /// <summary>The median in milliseconds, after one round that does not count.</summary>
    public static async Task<double> MedianAsync<T>(int rounds, Func<Task<T>> work)
    {
        await work();
        var times = new List<double>();
        for (var i = 0; i < Math.Max(rounds, FewestRounds); i++)
        {
            var clock = Stopwatch.StartNew();
            await work();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }
}
