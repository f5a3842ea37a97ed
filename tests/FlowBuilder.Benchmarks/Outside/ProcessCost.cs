using System.Diagnostics;
using System.Globalization;

namespace FlowBuilder.Benchmarks.Outside;

/// <summary>What a process costs, as Linux counts it.</summary>
/// <param name="Processor">Time of all its threads, in steps of 10 ms.</param>
/// <param name="WakeUps">How often a thread of it that lived all along went to sleep of its own accord, so how often one was woken.</param>
/// <param name="Reads">Calls that read: files, sockets, pipes.</param>
/// <param name="Writes">Calls that write.</param>
internal sealed record ProcessCost(TimeSpan Processor, long WakeUps, long Reads, long Writes)
{
    /// <summary>Ticks a second in <c>/proc/PID/stat</c>: 100 on every Linux there is for .NET.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>What it has cost until now, wake-ups apart: those of threads that have ended are gone.</summary>
    private static ProcessCost Read(int process)
    {
        // Behind the name, which may hold anything, in parentheses: utime and stime are the 12th and 13th.
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var io = File.ReadAllLines($"/proc/{process}/io");
        return new ProcessCost(
            TimeSpan.FromSeconds((Number(fields[11]) + Number(fields[12])) / TicksPerSecond), 0, Number(Find(io, "syscr:")),
            Number(Find(io, "syscw:")));
    }

    /// <summary>What it costs from now on for so long.</summary>
    public static async Task<(ProcessCost Cost, TimeSpan Length)> DuringAsync(int process, TimeSpan length)
    {
        var (before, asleep, began) = (Read(process), WakeUpsOf(process), Stopwatch.GetTimestamp());
        await Task.Delay(length);
        var (after, took) = (Read(process), Stopwatch.GetElapsedTime(began));
        var woken = WakeUpsOf(process).Sum(thread => asleep.TryGetValue(thread.Key, out var earlier) ? thread.Value - earlier : 0);
        return (new ProcessCost(after.Processor - before.Processor, woken, after.Reads - before.Reads, after.Writes - before.Writes), took);
    }

    private static Dictionary<string, long> WakeUpsOf(int process)
    {
        var all = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{process}/task"))
        {
            try
            {
                all[thread] = Number(Find(File.ReadAllLines(Path.Combine(thread, "status")), "voluntary_ctxt_switches:"));
            }
            catch (IOException)
            {
                // The thread has ended since the folder was listed.
            }
        }

        return all;
    }

    private static string Find(string[] lines, string name) =>
        lines.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
