using System.Globalization;
using FlowBuilder.E2E.Rig;
using Shouldly;

namespace FlowBuilder.E2E.Speed;

/// <summary>Time is never judged here: the benchmark command asks for the whole load by <c>LIVE_SPEED</c>, or for a small share
/// of it by <c>SPEED_SHARE</c> beside it, and prints the figures. That everybody hears of the last change is.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class News_reach_everybody(Chromium chromium)
{
    private const int Pages = 20;
    private const double Goal = 300;

    [Fact]
    public async Task And_the_screen_shows_the_last_number()
    {
        var file = Environment.GetEnvironmentVariable("LIVE_SPEED");
        var isWhole = Environment.GetEnvironmentVariable("SPEED_SHARE") is null or "1";
        var load = file is { Length: > 0 } && isWhole
            ? new LiveLoad(Clients: 199, PerSecond: 200, Seconds: 4, Rounds: 3)
            : new LiveLoad(Clients: 5, PerSecond: 50, Seconds: 1, Rounds: 1);
        await load.RunAsync(chromium);
        load.Screen.Min().ShouldBeGreaterThanOrEqualTo(-1, "a browser's clock has milliseconds");
        load.Counts.Concat(load.Activity).Min().ShouldBeGreaterThanOrEqualTo(0);
        if (file is not { Length: > 0 }) return;
        await using var output = File.CreateText(file);
        await output.WriteLineAsync(
            $"Live: {load.Clients} clients of the hub and one browser, {load.PerSecond} events/s, {load.Rounds} rounds of {load.Seconds} "
                + $"s; from each commit, the first one told at once, the next ones gathered");
        await output.WriteLineAsync($"  to the client's message, numbers (gathered for 250 ms)   {Spread(load.Counts)}");
        await output.WriteLineAsync($"  to the client's message, runs (gathered for 100 ms)      {Spread(load.Activity)}");
        await output.WriteLineAsync(
            $"  to the number on the designer's screen                   {Spread(load.Screen)} (goal: p95 {Goal} ms)");
        await using var site = await Site.StartAsync();
        using var api = site.Api();
        var pages = isWhole ? Pages : 1;
        var id = await World.PublishAsync(api, World.FollowUp("Idle", review: false, template: false));
        foreach (var (what, address) in (IEnumerable<(string, string)>)[
            ("Activity", "automations/activity"), ("the designer", $"automations/sequences/{id}/edit")
        ])
            await output.WriteLineAsync(
                $"Live: an idle page of {what} keeps {await IdleCircuits.MeasureAsync(chromium, site, address, pages) / 1024:N0} KB of "
                    + $"managed memory ({pages} tabs, collected, less the same tabs without a page of ours)");
    }

    private static string Spread(List<double> times)
    {
        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {times[times.Count / 2]:0} ms, p95 {times[(int)(times.Count * 0.95)]:0} ms, max {times[^1]:0} ms");
    }
}
