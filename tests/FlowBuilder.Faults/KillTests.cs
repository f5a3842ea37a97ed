using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Testing;
using FlowBuilder.Testing.Smtp;
using Shouldly;
using Xunit;

namespace FlowBuilder.Faults;

/// <summary>
/// kill -9 at random moments under load, restarted each time. <c>FAULTS_KILLS</c> sets the number (60), <c>FAULTS_SEED</c> replays the
/// moments of a run. The mail server lives in this process and keeps its ledger on disk, so it outlives every kill.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int CustomersPerKill = 20;

    /// <summary>What the program opens to the mail server unless it is told otherwise.</summary>
    private const int Connections = 5;

    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan DrainsWithin = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task A_killed_program_loses_nothing_and_doubles_nothing()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var kills = Setting("FAULTS_KILLS", 60);
        var seed = Setting("FAULTS_SEED", Environment.TickCount & 0xFFFFFF);
        var random = new Random(seed);
        Say($"{kills} kills, seed {seed}: FAULTS_SEED={seed} FAULTS_KILLS={kills} ./test.sh Faults plays it again");
        var folder = Directory.CreateTempSubdirectory("faults");
        await using var sink = SmtpSink.Start(ledger: Path.Combine(folder.FullName, "ledger.jsonl"));
        var database = $"Data Source={Path.Combine(folder.FullName, "flowbuilder.db")}";
        var address = $"http://127.0.0.1:{FreePort()}";
        var settings = new Dictionary<string, string>
        {
            ["Urls"] = address, ["ConnectionStrings:FlowBuilder"] = database, ["Email:Smtp:Host"] = "127.0.0.1",
            ["Email:Smtp:Tls"] = "none",
            ["Email:Smtp:Port"] = sink.Port.ToString(CultureInfo.InvariantCulture), ["Email:From"] = "orders@faults.example",
        };
        using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };
        var program = RunningProgram.Start(settings);
        try
        {
            await program.WaitUntilReadyAsync(http, StartsWithin, cancellation);
            var sequence = await OrderSequence.PublishAsync(http, cancellation);
            var load = new Load(http);
            var began = Stopwatch.GetTimestamp();
            for (var kill = 1; kill <= kills; kill++)
            {
                Fill(load, kill, random);
                await KillUnderLoadAsync(program, http, load, random, cancellation);
                program.Dispose();
                program = RunningProgram.Start(settings);
            }

            Say($"{kills} kills in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
            await program.WaitUntilReadyAsync(http, StartsWithin, cancellation);
            while (!load.IsDone) await load.SendAsync(cancellation);
            await using var aftermath = new Aftermath(database, sequence);
            await DrainAsync(aftermath, program, load, cancellation);
            await program.KillAsync(cancellation);

            var runs = await aftermath.RunsAsync(cancellation);
            var inbox = await aftermath.InboxAsync(cancellation);
            var taken = sink.Deliveries
                .Where(delivery => delivery.To.All(to => to.EndsWith(Load.Addresses, StringComparison.Ordinal)))
                .CountBy(delivery => delivery.Message.Subject ?? "", StringComparer.Ordinal)
                .ToDictionary(StringComparer.Ordinal);
            var unknown = runs.Sum(run => run.Messages.Count(message => message.State == MessageState.Unknown));
            Say($"{load.Accepted.Count} events accepted, {runs.Count} runs, {taken.Count} emails taken, {unknown} unknown: "
                + $"{(double)unknown / kills:0.00} per kill (gate {Connections}, one per open connection; goal 1)");
            load.Accepted.Count.ShouldBe(load.Planned);
            unknown.ShouldBeLessThanOrEqualTo(kills * Connections, "only a message whose content was leaving at the kill is unknown");
            Judge.Findings(load.Accepted, inbox, runs, taken).ShouldBeEmpty($"seed {seed}");
            (await aftermath.EventsAsync("Order Placed", cancellation)).ShouldBe(kills * CustomersPerKill);
            var (counted, written) = await aftermath.StepsAsync(cancellation);
            counted.ShouldBe(written, "each step is counted in the commit that writes it");
        }
        finally
        {
            program.Dispose();
        }

        folder.Delete(recursive: true);
    }

    /// <summary>New customers who order, and some of the last ones who take it back, perhaps in the middle of their run.</summary>
    private static void Fill(Load load, int kill, Random random)
    {
        for (var number = 0; number < CustomersPerKill; number++)
        {
            load.Order($"k{kill}-{number}");
            if (kill > 1 && random.Next(4) == 0) load.TakeBack($"k{kill - 1}-{number}");
        }
    }

    /// <summary>Most kills come while calls are answered; one in six while the program is still starting and recovering.</summary>
    private static async Task KillUnderLoadAsync(
        RunningProgram program, HttpClient http, Load load, Random random, CancellationToken cancellation)
    {
        var whileStarting = random.Next(6) == 0;
        var moment = TimeSpan.FromMilliseconds(random.Next(whileStarting ? 3_000 : 1_200));
        if (!whileStarting) await program.WaitUntilReadyAsync(http, StartsWithin, cancellation);
        using var brokenOff = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sending = whileStarting ? Task.CompletedTask : load.SendAsync(brokenOff.Token);
        await Task.Delay(moment, cancellation);
        await program.KillAsync(cancellation);
        await brokenOff.CancelAsync();
        await sending;
    }

    private static async Task DrainAsync(Aftermath aftermath, RunningProgram program, Load load, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var orders = load.Accepted.Keys.Count(id => id.EndsWith("-placed", StringComparison.Ordinal));
        while (Stopwatch.GetElapsedTime(began) < DrainsWithin)
        {
            if (await aftermath.LiveRunsAsync(cancellation) == 0
                && await aftermath.OpenMessagesAsync(cancellation) == 0
                && (await aftermath.RunsAsync(cancellation)).Count >= orders)
                return;
            if (program.HasExited) break;
            await Task.Delay(500, cancellation);
        }

        // What is left over is named by the judge.
    }

    private void Say(string line)
    {
        output.WriteLine(line);
        Console.WriteLine($"[figures] {line}");
    }

    internal static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
