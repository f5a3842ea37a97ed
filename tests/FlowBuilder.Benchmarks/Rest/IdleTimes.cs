using System.Net;
using FlowBuilder.Benchmarks.Outside;

namespace FlowBuilder.Benchmarks.Rest;

/// <summary>What the whole program costs when there is nothing to do: in its own process, after all that might leave it restless.</summary>
internal sealed class IdleTimes : Benchmark
{
    private const string Write = "demo-write";
    private const string Manage = "demo-manage";
    private const int Runs = 1_000;
    private const int AtOnce = 250;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <summary>After what was done last.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <summary>After the start, which compiles and warms for a while.</summary>
    private static readonly TimeSpan SettlingAfterStart = TimeSpan.FromSeconds(60);

    public override string Name => "idle";

    public override string Size =>
        "the program's processor time over 30 s: fresh demo, an estimate and a move of three days, after 1,000 due, after 1,000 stopped, "
            + "with 1,000,000 waiting, with 20 open designers";

    public override IReadOnlyList<string> Rows =>
    [
        "fresh demo", "the clock moved three days", "fell due", "stopped before", "open designer pages", "are waiting"
    ];

    public override async Task RunAsync(Scale scale, TextWriter output)
    {
        await output.WriteLineAsync(
            "Idle: processor time of the program's process, in % of a core (gate 1 %, with open pages 3 %, goal 0.2 %); how often its "
                + "threads woke, and its calls that read and write");
        await using (var program = await WholeProgram.StartAsync(NewFolder(), demo: true))
        {
            await Task.Delay(scale.Of(SettlingAfterStart, TimeSpan.FromSeconds(0.5)));
            await MeasureAsync("the fresh demo", program, scale, output);
            await SendEstimateAsync(program);
            await program.MoveClockAsync(Manage, "P3D");
            await MeasureAsync("an estimate was sent, the clock moved three days", program, scale, output);
            var runs = scale.Of(Runs);
            await EnterAsync(program, "due", runs);
            await program.MoveClockAsync(Manage, "PT2H");
            await MeasureAsync($"{runs:N0} runs fell due and are done", program, scale, output);
            await EnterAsync(program, "stopped", runs);
            await TellAllAsync(program, "Idle Stops", "stopped", runs);
            await program.MoveClockAsync(Manage, "PT2H");
            await MeasureAsync($"{runs:N0} runs were stopped before their due time, which has passed", program, scale, output);
            var pages = scale.Of(OpenDesigners.Most);
            await using var designers = await OpenDesigners.OpenAsync(program, Manage, pages);
            await MeasureAsync($"{pages:N0} open designer pages", program, scale, output);
        }

        var waiting = scale.Of(1_000_000);
        var folder = NewFolder();
        await WaitingRows.FillAsync(folder, waiting);
        await using var full = await WholeProgram.StartAsync(folder, demo: false);
        await Task.Delay(scale.Of(SettlingAfterStart, TimeSpan.FromSeconds(0.5)));
        await MeasureAsync($"{waiting:N0} runs are waiting", full, scale, output);
    }

    private static async Task MeasureAsync(string what, WholeProgram program, Scale scale, TextWriter output)
    {
        await Task.Delay(scale.Of(Settling, TimeSpan.FromSeconds(0.2)));
        var (cost, length) = await ProcessCost.DuringAsync(program.ProcessId, scale.Of(Length, TimeSpan.FromSeconds(1)));
        await output.WriteLineAsync(
            $"  {what + ":",-72} {100 * cost.Processor / length,6:0.00} % of a core; a second {cost.WakeUps / length.TotalSeconds:0.0} "
                + $"wake-ups, {cost.Reads / length.TotalSeconds:0.0} reads, {cost.Writes / length.TotalSeconds:0.0} writes");
    }

    private static async Task SendEstimateAsync(WholeProgram program) => Expect(await program.TellAsync(Write,
    [
        new
        {
            type = "identify", userId = "idle-estimate",
            traits = new { first_name = "Nora", last_name = "Field", email = "nora@example.com" }
        },
        new
        {
            type = "track", userId = "idle-estimate", @event = "Estimate Sent",
            properties = new { estimate_id = "E-9001", total = 480, service = "Spring clean-up" }
        },
    ]));

    /// <summary>So many customers wait for an hour in a sequence of their own.</summary>
    private static async Task EnterAsync(WholeProgram program, string name, int runs)
    {
        await program.PublishAsync(Manage, $$"""
            { "format": "flowbuilder.sequence/1", "title": "Idle {{name}}", "settings": { "reEntry": { "policy": "always" } },
              "nodes": [
                { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Idle {{name}}" }, "at": [0, 0] },
                { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "PT1H" }, "at": [0, 100] },
                { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "idled" }, "at": [0, 200] },
                { "id": "stop", "kind": "stopWhen", "when": { "any": [ { "type": "event-happened", "event": "Idle Stops", "since": "enrollment" } ] }, "at": [320, 0] } ],
              "edges": [ { "from": "t", "to": "w" }, { "from": "w", "to": "tag" } ] }
            """);
        await TellAllAsync(program, $"Idle {name}", name, runs);
    }

    private static async Task TellAllAsync(WholeProgram program, string happened, string prefix, int customers)
    {
        for (var first = 0; first < customers; first += AtOnce)
            Expect(
                await program.TellAsync(
                    Write,
                    Enumerable.Range(first, Math.Min(AtOnce, customers - first))
                        .Select(number => new { type = "track", userId = $"{prefix}-{number}", @event = happened })));
    }

    private static void Expect(HttpStatusCode status)
    {
        if (status != HttpStatusCode.OK) throw new InvalidOperationException($"The program answered an event with {(int)status}.");
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("flowbuilder-idle-").FullName;
}
