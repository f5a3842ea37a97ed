using System.Data.Common;
using Bunit;
using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Components.Layout;
using FlowBuilder.Web.Tests.Live;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Elements;

public sealed class LiveComponentTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly LiveTopic Topic = LiveTopic.Activity(new CompanyId(1));

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LiveFeed _feed = new(TimeProvider.System);

    [Fact]
    public async Task What_is_read_is_watched_before()
    {
        await using var screen = await LiveScreen.OpenAsync(host, "manager", _feed);
        screen.Render<Followed>(one => one.Add(followed => followed.Read, _ => Task.FromResult($"{_feed.WatchersOf(Topic)} watching")))
            .Find("p").TextContent
            .ShouldBe("1 watching");
    }

    [Fact]
    public async Task It_reads_again_when_something_has_changed_and_is_drawn()
    {
        await using var screen = await LiveScreen.OpenAsync(host, "manager", _feed);
        var times = 0;
        var followed = screen.Render<Followed>(one => one.Add(it => it.Read, _ => Task.FromResult($"{++times}")));
        followed.Find("p").TextContent.ShouldBe("1");
        _feed.Touch(Topic);
        followed.WaitForAssertion(() => followed.Find("p").TextContent.ShouldBe("2"), Patience);
    }

    [Fact]
    public async Task Before_there_is_a_circuit_it_reads_and_watches_nothing()
    {
        await using var screen = await LiveScreen.OpenAsync(host, "manager", _feed);
        screen.SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        screen.Render<Followed>(one => one.Add(followed => followed.Read, _ => Task.FromResult($"{_feed.Watchers} watching")))
            .Find("p").TextContent
            .ShouldBe("0 watching");
    }

    [Fact]
    public async Task Once_it_is_gone_it_reads_nothing_any_more()
    {
        await using var screen = await LiveScreen.OpenAsync(host, "manager", _feed);
        var times = 0;
        screen.Render<Followed>(one => one.Add(followed => followed.Read, _ => Task.FromResult($"{++times}")));
        // Told while the screen's thread is busy leaving: the reading would come afterwards.
        await screen.Renderer.Dispatcher.InvokeAsync(async () =>
        {
            _feed.Touch(Topic);
            await screen.DisposeComponentsAsync();
        });
        await TurnsAsync(screen);
        times.ShouldBe(1);
        _feed.Watchers.ShouldBe(0);
    }

    public static TheoryData<string> Readings => ["the first", "a later one"];

    /// <summary>Some databases tell that they were cut off, others fail as if something were wrong.</summary>
    [Theory]
    [MemberData(nameof(Readings))]
    public async Task What_is_cut_off_by_leaving_is_nobodys_fault(string reading)
    {
        foreach (var fault in new Func<Exception>[] { () => new OperationCanceledException(), () => new CutOff() })
        {
            await using var screen = await LiveScreen.OpenAsync(host, "manager", _feed);
            var isCut = new TaskCompletionSource();
            var times = 0;
            var boundary = screen.Render<PageBoundary>(
                frame => frame.AddChildContent<Followed>(one => one.Add(followed => followed.Read, async ended =>
                {
                    if (++times == 1 && reading == "a later one") return "1";
                    using var cut = ended.Register(isCut.SetResult);
                    await isCut.Task;
                    throw fault();
                })));
            if (reading == "a later one") _feed.Touch(Topic);
            await LiveRig.UntilAsync(() => times == (reading == "a later one" ? 2 : 1));
            // The page goes, its frame stays: as when one clicks on.
            boundary.Render(frame => frame.AddChildContent("<p>Elsewhere</p>"));
            await isCut.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            await TurnsAsync(screen);
            boundary.Markup.ShouldContain("Elsewhere");
            boundary.FindAll("[data-testid=fault]").ShouldBeEmpty();
            screen.Renderer.UnhandledException.IsCompleted.ShouldBeFalse();
        }
    }

    public static TheoryData<int> Faults => [1, 2];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_goes_wrong_while_it_is_shown_is_told_by_the_page(int failing)
    {
        await using var screen = await LiveScreen.OpenAsync(host, "manager", _feed);
        var times = 0;
        var boundary = screen.Render<PageBoundary>(
            frame => frame.AddChildContent<Followed>(
                one => one.Add(followed => followed.Read, _ => ++times == failing ? throw new CutOff() : Task.FromResult("read"))));
        if (failing > 1) _feed.Touch(Topic);
        boundary.WaitForAssertion(() => boundary.Find("[data-testid=fault]"), Patience);
        _feed.Watchers.ShouldBe(0);
    }

    /// <summary>Lets the screen's own thread go on with whatever waits for it.</summary>
    private static async Task TurnsAsync(Screen screen)
    {
        for (var turn = 0; turn < 100; turn++) await screen.Renderer.Dispatcher.InvokeAsync(Task.Yield);
    }

    private sealed class CutOff() : DbException("Operation cancelled by user.");
}
