namespace FlowBuilder.Benchmarks.Neighbours;

/// <summary>Company A does its worst; company B sends twenty events a second into a tag and an
/// email. How long B waits, before and during.</summary>
internal sealed class NeighbourTimes : Benchmark
{
    /// <summary>Below it nothing is measured that would be worth a fresh program each.</summary>
    private const double SmallShare = 0.1;

    private static readonly TimeSpan Before = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan During = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);

    public override string Name => "neighbours";

    public override string Size =>
        "ten attacks by one company, each on a fresh program: how long another waits, 10 s before and 20 s during";

    public override IReadOnlyList<string> Rows => [.. Attacks.All.Select(attack => attack.Name)];

    public override async Task RunAsync(Scale scale, TextWriter output)
    {
        await output.WriteLineAsync(
            "Neighbours: B's 20 events/s, from accepted to the first action committed and to the message handed over (gate p99 500 ms, "
                + "goal 100 ms, ready all along)");
        var wanted = Attacks.All.Where(attack => scale.Wants(attack.Name)).ToList();
        var prepared = Directory.CreateTempSubdirectory("flowbuilder-street-").FullName;
        using var deaf = Street.Deaf();
        await Street.PrepareAsync(prepared, Street.PortOf(deaf));
        if (scale.Share < SmallShare)
        {
            // Only to see that all of it still runs: one after the other in one program, each attack's leavings in the next one's way.
            await using var street = await Street.OpenAsync(
                prepared, scale.Of(Attacks.All.Where(attack => attack.Customers > 0).Min(attack => attack.Customers)));
            var visit = new Visit(street);
            foreach (var attack in wanted) await MeasureAsync(attack, street, visit, scale, output);
        }
        else
        {
            foreach (var attack in wanted)
            {
                await using var street = await Street.OpenAsync(prepared, attack.Customers == 0 ? 0 : scale.Of(attack.Customers));
                var visit = new Visit(street);
                await visit.GoAsync(Before / 2);
                await MeasureAsync(attack, street, visit, scale, output);
            }
        }

        Directory.Delete(prepared, recursive: true);
    }

    private static async Task MeasureAsync(Attack attack, Street street, Visit visit, Scale scale, TextWriter output)
    {
        var before = await visit.GoAsync(scale.Of(Before, Shortest));
        using var over = new CancellationTokenSource();
        var attacking = attack.Run(street, scale, over.Token);
        var during = await visit.GoAsync(scale.Of(During, Shortest));
        await over.CancelAsync();
        await output.WriteLineAsync(
            $"  {attack.Name} ({await attacking}): {(during.IsWithinGate ? "within the gate" : "NOT WITHIN THE GATE")}");
        await output.WriteLineAsync($"    before: {before}");
        await output.WriteLineAsync($"    during: {during}");
    }
}
