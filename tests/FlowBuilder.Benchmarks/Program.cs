using System.Diagnostics;
using System.Globalization;
using FlowBuilder.Benchmarks;
using FlowBuilder.Benchmarks.Mail;
using FlowBuilder.Testing;

// dotnet run -c Release --project tests/FlowBuilder.Benchmarks [-- w1|w2|w3|drawings|all|canvas|live|reviews|activity] [--waiting N] [--rounds N] [--runs N]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var which = args.FirstOrDefault(argument => !argument.StartsWith('-')) ?? "all";
var waiting = Option("--waiting", 1_000_000);
var rounds = Option("--rounds", 5);
var customers = Option("--customers", 10_000);
if (which is not "mail-server") Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {rounds} rounds, load {Load()}");

if (which is "mail-server") await QuickMailServer.RunAsync(Option("--letters", 10_000));
if (which is "mail") await MailBench.MeasureAsync(Option("--letters", 10_000), rounds, debian: args.Contains("--debian"));
if (which is "w1" or "all") await W1();
if (which is "w2" or "all") await W2();
if (which is "w3" or "all") await W3();
if (which is "drawings" or "all")
    foreach (var nodes in new[] { 500, 1_000 })
        foreach (var (what, milliseconds) in Drawings.Measure(nodes, rounds))
            Console.WriteLine($"Drawing of {nodes:N0} nodes: {what} {milliseconds:0.00} ms{(what.StartsWith("arrange", StringComparison.Ordinal) && nodes == 500 ? " (gate 100 ms)" : "")}");
if (which is "canvas") InTheBrowser("tests/FlowBuilder.Canvas.Tests", "*SpeedTests", "CANVAS_SPEED");
if (which is "live") InTheBrowser("e2e/FlowBuilder.E2E", "*News_reach_everybody", "LIVE_SPEED");
if (which is "reviews")
    foreach (var (what, milliseconds) in await ReviewPages.MeasureAsync(customers, rounds))
        Console.WriteLine($"Review queue of {customers:N0}: {what} {milliseconds:0.0} ms (gate 1,000 ms)");
if (which is "activity")
{
    var runs = Option("--runs", 200_000);
    foreach (var (what, milliseconds) in await ActivityPages.MeasureAsync(runs, Option("--customers", 300_000), rounds))
        Console.WriteLine($"Activity of {runs * ActivityPages.StepsEach:N0} steps in {runs:N0} runs: {what} {milliseconds:0.0} ms (gate 1,000 ms)");
}

return 0;

async Task W1()
{
    Console.WriteLine($"W1: {customers:N0} customers, five steps each, strict, SQLite synchronous=FULL");
    var folder = Directory.CreateTempSubdirectory("flowbuilder-floor-").FullName;
    var full = new List<double>();
    var rows = new List<double>();
    var ours = new List<Throughput>();
    await using var host = await BenchHost.StartAsync();
    await Workloads.FiveStepsAsync(host, customers);
    for (var round = 0; round < rounds; round++)
    {
        full.Add(Floor.Full(folder, customers));
        ours.Add(await Workloads.FiveStepsAsync(host, customers));
        rows.Add(Floor.Rows(folder, customers));
    }

    Directory.Delete(folder, recursive: true);
    var steps = ours.Select(one => one.StepsPerSecond).ToList();
    Console.WriteLine($"  floor F_full   {Spread(full)} steps/s");
    Console.WriteLine($"  floor F_rows   {Spread(rows)} steps/s");
    Console.WriteLine($"  engine         {Spread(steps)} steps/s");
    Console.WriteLine($"  ratio to F_full {Median(steps) / Median(full):0.00} (gate 0.25, goal 1.0), to F_rows {Median(steps) / Median(rows):0.00} (goal 0.7)");
    Console.WriteLine($"  per step: {ours[^1].StatementsPerStep:0.00} statements (at most 8), {ours[^1].CommitsPerStep:0.0000} commits (at most 0.1), {ours[^1].BytesPerStep:N0} bytes allocated");
}

async Task W2()
{
    await using var host = await BenchHost.StartAsync();
    await Workloads.OpenLoopAsync(host, 100, TimeSpan.FromSeconds(3));
    foreach (var rate in new[] { 100, 1_000 })
    {
        var latency = await Workloads.OpenLoopAsync(host, rate, TimeSpan.FromSeconds(10));
        Console.WriteLine($"W2: {rate:N0} events/s for 10 s, event accepted to first action committed: p50 {latency.P50:0.00} ms, p99 {latency.P99:0.00} ms, max {latency.Max:0.0} ms (gate at 100/s: p99 50 ms)");
    }
}

async Task W3()
{
    await using var host = await BenchHost.StartAsync();
    var before = 0d;
    foreach (var size in new[] { 10_000, 100_000, 1_000_000 }.Where(size => size <= waiting))
    {
        var clock = Stopwatch.StartNew();
        var due = await Workloads.ManyWaitingAsync(host, size);
        var growth = before == 0 ? "" : $", {due.Median / before:0.00} x the smallest";
        if (before == 0) before = due.Median;
        Console.WriteLine($"W3: {size:N0} waiting, 1,000 due at one instant: all acted on within {due.Median:0} ms (min {due.Min:0}, max {due.Max:0}; gate 300 ms){growth}; nothing due costs {due.EmptyCheck:0.000} ms; filled in {clock.Elapsed.TotalSeconds:0} s; memory {Environment.WorkingSet / 1_048_576} MB");
    }
}

// What needs a browser lives with the browser's tests: canvas drags nodes over a wire with 80 ms of round trip, live lets 200 watch.
void InTheBrowser(string project, string tests, string asks)
{
    var file = Path.GetTempFileName();
    var folder = AppContext.BaseDirectory.Replace("tests/FlowBuilder.Benchmarks", project, StringComparison.Ordinal);
    var (code, output) = Needs.Run("dotnet", [Path.Combine(folder, $"{Path.GetFileName(project)}.dll"), "--filter-class", tests], TimeSpan.FromMinutes(30), environment: new Dictionary<string, string?> { [asks] = file });
    Console.WriteLine(code == 0 ? File.ReadAllText(file) : output);
    File.Delete(file);
}

int Option(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static string Spread(List<double> values) => $"{Median(values),10:N0} ({values.Min():N0} to {values.Max():N0})";

static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
