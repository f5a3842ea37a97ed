using System.Globalization;
using FlowBuilder.Benchmarks;
using FlowBuilder.Benchmarks.Mail;

// dotnet run -c Release --project tests/FlowBuilder.Benchmarks [-- NAME ...] [--share 0.01]
// [--rounds N] [--only TEXT]; NAME list shows them all.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [QuickMailServer.Word, var letters])
{
    await QuickMailServer.RunAsync(int.Parse(letters, CultureInfo.InvariantCulture));
    return 0;
}

var words = args.TakeWhile(argument => !argument.StartsWith('-')).DefaultIfEmpty("all").ToList();
if (words[0] == "list")
{
    foreach (var one in BenchmarkTable.All) Console.WriteLine($"{one.Name,-12}{one.Size}");
    return 0;
}

if (words.FirstOrDefault(word => BenchmarkTable.Find(word).Count == 0) is { } unknown)
{
    Console.Error.WriteLine(
        $"There is no benchmark “{unknown}”: choose of {string.Join(", ", BenchmarkTable.All.Select(one => one.Name))}, or all.");
    return 64;
}

var scale = Scale.Read(args);
var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
Console.WriteLine(
    $"{Environment.ProcessorCount} cores, .NET {Environment.Version}, "
        + $"{(scale.Share < 1 ? $"{scale.Share:0.####} of the size, " : "")}{scale.Rounds} rounds, load {load}");
foreach (var benchmark in words.SelectMany(BenchmarkTable.Find)) await benchmark.RunAsync(scale, Console.Out);
return 0;
