using FlowBuilder.Benchmarks.Mail;
using FlowBuilder.Benchmarks.Neighbours;
using FlowBuilder.Benchmarks.Rest;

namespace FlowBuilder.Benchmarks;

/// <summary>Every benchmark there is. A test runs each at a hundredth of its size, so that none can rot unseen.</summary>
internal static class BenchmarkTable
{
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new FiveSteps(), new OpenLoop(), new ManyWaiting(), new DrawingTimes(), new ReviewTimes(), new ActivityTimes(), new IdleTimes(),
        new NeighbourTimes(), new MailTimes(),
        new BrowserTimes(
            "canvas",
            "how the designer's canvas feels: seven drawings of 50 to 1,000 nodes over a wire with 80 ms of round trip, three rounds",
            "tests/FlowBuilder.Canvas.Tests", "*SpeedTests", "CANVAS_SPEED", ["Goals", "in view: frame p95"]),
        new BrowserTimes(
            "live",
            "from commit to screen: 199 clients of the hub and one browser, 200 events/s, three rounds of 4 s; what 20 open pages keep",
            "e2e/FlowBuilder.E2E", "*News_reach_everybody", "LIVE_SPEED",
            ["numbers (gathered", "runs (gathered", "on the designer's screen", "idle page of Activity", "idle page of the designer"]),
    ];

    /// <summary>Those a word of the command line asks for: one by its name, <c>all</c> the usual
    /// ones. Empty when there is none of that name.</summary>
    public static IReadOnlyList<Benchmark> Find(string word) => [.. All.Where(one => word == "all" ? one.IsUsual : one.Name == word)];
}
