using System.Text.Json;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.E2E.Rig;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FlowBuilder.E2E.Speed;

/// <summary>Many watch while customers enter at a steady rate: how long it takes from each commit
/// to each client's message and to the number in a browser.</summary>
/// <param name="Clients">Of the live hub, beside one browser with the designer open.</param>
/// <param name="PerSecond">Events.</param>
/// <param name="Seconds">How long a round lasts; the designer writes numbers in full up to 999.</param>
/// <param name="Rounds">Each with a sequence of its own.</param>
internal sealed record LiveLoad(int Clients, int PerSecond, int Seconds, int Rounds)
{
    private static readonly CompanyId Company = new(1);

    /// <summary>Milliseconds from commit to client.</summary>
    public List<double> Counts { get; } = [];

    /// <inheritdoc cref="Counts" />
    public List<double> Activity { get; } = [];

    /// <summary>Milliseconds from commit to the browser's content.</summary>
    public List<double> Screen { get; } = [];

    public async Task RunAsync(Chromium chromium)
    {
        var clock = new CommitClock();
        await using var site = await Site.StartAsync(clock, ("Engine:Partitions", "4"));
        var ears = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Ear.ConnectAsync(site.Address, "manage-1")));
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        for (var round = 0; round < Rounds; round++) await RoundAsync(site, clock, ears, olive, round);
        foreach (var ear in ears) await ear.DisposeAsync();
    }

    private async Task RoundAsync(Site site, CommitClock clock, Ear[] ears, Visitor olive, int round)
    {
        using var api = site.Api();
        var id = await World.PublishAsync(api, $$"""
            { "format": "flowbuilder.sequence/1", "title": "Live load {{round}}", "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Load {{round}}" } }, { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P30D" }, "at": [0, 200] } ],
              "edges": [ { "from": "t", "to": "w" } ] }
            """);
        await olive.OpenDrawingAsync($"automations/sequences/{id}/edit");
        await olive.Page.EvaluateAsync("""
            () => {
              const badge = document.querySelector("[data-node-id='w'] .fbc-badge");
              window.seen = [];
              new MutationObserver(() => window.seen.push([Date.now(), Number(badge.textContent)])).observe(badge, { subtree: true, childList: true, characterData: true });
            }
            """);
        await Task.WhenAll(ears.Select(ear => ear.WatchAsync(id)));
        clock.Begin(site.Services.GetRequiredService<LiveFeed>(), Company, new SequenceId(Guid.Parse(id)));
        var total = PerSecond * Seconds;
        await SendAsync(site, round, total);
        await Sight.OfCountAsync(olive.Page, "w", $"{total}");
        var marks = clock.Marks;
        await Task.WhenAll(ears.Select(ear => HeardAsync(ear, marks[^1])));
        foreach (var ear in ears)
        {
            Counts.AddRange(Times(marks, ear.Heard("counts"), mark => mark.CountsTold + 1));
            Activity.AddRange(Times(marks, ear.Heard("activity"), mark => mark.ActivityTold + 1));
        }

        var seen = await olive.Page.EvaluateAsync<JsonElement>("window.seen");
        Screen.AddRange(Times(
            marks,
            [.. seen.EnumerateArray().Select(one => (one[1].GetInt64(), DateTimeOffset.FromUnixTimeMilliseconds(one[0].GetInt64())))],
            mark => mark.Entered));
        await Task.WhenAll(ears.Select(ear => ear.UnwatchAsync(id)));
    }

    /// <summary>An open loop: each event at its time, whether or not the one before has been answered.</summary>
    private async Task SendAsync(Site site, int round, int total)
    {
        var intake = site.Services.GetRequiredService<IIntake>();
        var began = TimeProvider.System.GetTimestamp();
        var sending = new List<Task>(total);
        for (var index = 0; index < total; index++)
        {
            while (TimeProvider.System.GetElapsedTime(began).TotalSeconds < (double)index / PerSecond)
                await Task.Delay(1, TestContext.Current.CancellationToken);
            var entering = new IncomingEvent
            {
                Company = Company, Source = "load", MessageId = $"{round}-{index}", UserId = $"c-{round}-{index}", Kind = EventKind.Track,
                Name = $"Load {round}", Properties = Properties.Parse("{}"),
            };
            sending.Add(intake.AcceptAsync([entering], TestContext.Current.CancellationToken));
        }

        await Task.WhenAll(sending);
    }

    private static async Task HeardAsync(Ear ear, CommitMark last)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (ear.Heard("counts") is not [.., var count]
            || count.Version <= last.CountsTold
            || ear.Heard("activity") is not [.., var run]
            || run.Version <= last.ActivityTold)
            await Task.Delay(20, patience.Token);
    }

    /// <summary>For each commit the time to the first that is at least as new.</summary>
    private static IEnumerable<double> Times(
        IReadOnlyList<CommitMark> marks, IReadOnlyList<(long Value, DateTimeOffset At)> seen, Func<CommitMark, long> wanted)
    {
        var next = 0;
        foreach (var mark in marks)
        {
            while (seen[next].Value < wanted(mark)) next++;
            yield return (seen[next].At - mark.At).TotalMilliseconds;
        }
    }
}
