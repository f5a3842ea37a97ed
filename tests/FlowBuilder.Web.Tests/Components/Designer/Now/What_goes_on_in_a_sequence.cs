using Bunit;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Sequences.Numbers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Components.Designer.Now;
using FlowBuilder.Web.Components.Runs.Activity;
using FlowBuilder.Web.Tests.Components.Designer.Model;
using FlowBuilder.Web.Tests.Components.Elements;
using FlowBuilder.Web.Tests.Components.Reviews;
using FlowBuilder.Web.Tests.Components.Runs;
using FlowBuilder.Web.Tests.Support;
using MudBlazor;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Designer.Now;

/// <summary>At the designer's side: who is at a step, and what happened last. Both follow the feed's channel.</summary>
public sealed class What_goes_on_in_a_sequence(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LiveFeed _feed = new(TimeProvider.System);
    private readonly List<string> _went = [];

    [Fact]
    public async Task Who_is_at_a_step_comes_and_goes_by_itself()
    {
        var world = await RunWorld.MakeAsync(host, "Berta");
        await using var screen = await LiveScreen.OpenAsync(host, "marketer", _feed);
        var people = Render(screen, world, "w");
        people.WaitForAssertion(() => Names(people).ShouldBe(["Berta Miller"]), Patience);
        people.Find("[data-testid=people-count]").TextContent.ShouldBe("1 customer is here now.");
        people.Find("[data-testid=person]").TextContent.ShouldContain("Since ");
        people.Find("[data-testid=person]").TextContent.ShouldContain("Next: ");
        people.Find("[data-testid=people-all]")
            .GetAttribute("href")
            .ShouldBe(new ActivityQuery(Sequence: Guid.Parse(world.Sequence), Node: "w").Address());

        var carla = await world.AnotherAsync("Carla");
        _feed.Touch(Topic(world));
        people.WaitForAssertion(() => Names(people).ShouldBe(["Carla Miller", "Berta Miller"]), Patience);

        await world.TellAsync("Halt");
        await carla.TellAsync("Halt");
        _feed.Touch(Topic(world));
        people.WaitForAssertion(() => people.Find("[data-testid=people-none]").TextContent.ShouldBe("No one is here right now."), Patience);
    }

    [Fact]
    public async Task The_panel_says_what_it_is_for_until_there_is_something_and_follows_what_is_chosen()
    {
        var world = await RunWorld.MakeAsync(host, "Berta");
        await using var screen = await LiveScreen.OpenAsync(host, "marketer", _feed);
        await using var context = host.Context();
        var room = await DrawnRoom.OfAsync(host, context.Sequences.Single(row => row.Id == Guid.Parse(world.Sequence)).Draft);
        Panel(version: 0).Find("[data-testid=now-unpublished]").TextContent.ShouldContain("Once this sequence is published");

        var panel = Panel(version: 1);
        panel.Find(".people-none-chosen").TextContent.ShouldContain("Choose a step");
        room.Select(["t"]);
        panel.Render();
        panel.FindComponents<PeopleAtStep>().ShouldBeEmpty("no one stands on a trigger");
        room.Select(["w"]);
        panel.Render();
        panel.WaitForAssertion(() => panel.Find("[data-testid=person]").TextContent.ShouldContain("Berta Miller"), Patience);
        panel.Find("#people-head").TextContent.ShouldBe("At “Wait for a while”");

        IRenderedComponent<NowPanel> Panel(int version) =>
            screen.Render<NowPanel>(
                one => one.Add(now => now.Room, room)
                    .Add(now => now.Sequence, LiveScreen.SequenceOf(world))
                    .Add(now => now.Version, version)
                    .Add(now => now.Go, _ => Task.CompletedTask));
    }

    [Fact]
    public async Task Chosen_ones_are_moved_on_and_stopped_from_here()
    {
        var world = await RunWorld.MakeAsync(host, "Berta");
        await world.AnotherAsync("Carla");
        await using var screen = await LiveScreen.OpenAsync(host, "manager", _feed);
        var dialogs = screen.Dialogs();
        var people = Render(screen, world, "w");
        people.WaitForAssertion(() => Names(people).ShouldBe(["Carla Miller", "Berta Miller"]), Patience);
        people.Find("[data-testid=skip-wait]").HasAttribute("disabled").ShouldBeTrue("no one is chosen");

        await people.Find("[aria-label='Select Carla Miller']").ChangeAsync(new() { Value = true });
        await people.Find("[data-testid=skip-wait]").ClickAsync(new());
        people.WaitForAssertion(() => Names(people).ShouldBe(["Berta Miller"]), Patience);

        await people.Find("[aria-label='Select Berta Miller']").ChangeAsync(new() { Value = true });
        var stopping = people.Find("[data-testid=stop]").ClickAsync(new());
        await dialogs.WaitForElement(".mud-message-box__yes-button", Patience).ClickAsync(new());
        await stopping;
        people.WaitForAssertion(() => people.FindAll("[data-testid=people-none]").Count.ShouldBe(1), Patience);
    }

    [Fact]
    public async Task Who_may_only_look_has_no_buttons()
    {
        var world = await RunWorld.MakeAsync(host);
        await using var screen = await LiveScreen.OpenAsync(host, "viewer", _feed);
        var people = Render(screen, world, "w");
        people.WaitForAssertion(() => Names(people).ShouldBe(["Ann Miller"]), Patience);
        people.FindAll("[data-testid=run-bar], [data-testid=choose-person]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_that_was_never_published_holds_nobody()
    {
        var world = await RunWorld.MakeAsync(host);
        await using var screen = await LiveScreen.OpenAsync(host, "marketer", _feed);
        var people = Render(screen, world, "drawn-a-minute-ago");
        people.WaitForElement("[data-testid=people-none]", Patience);
    }

    [Fact]
    public async Task What_happened_last_stands_first_in_words_and_leads_to_its_step()
    {
        var world = await RunWorld.MakeAsync(host, "Berta");
        await using var screen = await LiveScreen.OpenAsync(host, "marketer", _feed);
        var feed = RenderFeed(screen, world);
        feed.WaitForAssertion(() => Lines(feed).Last().ShouldStartWith("Berta Miller Entered."), Patience);
        Lines(feed).ShouldContain(line => line.Contains("Email", StringComparison.Ordinal));
        feed.Find("[data-testid=now-lines]").GetAttribute("aria-live").ShouldBe("off", "no one is talked at unasked");

        await world.TellAsync("Halt");
        _feed.Touch(Topic(world));
        feed.WaitForAssertion(() => Lines(feed)[0].ShouldStartWith("Berta Miller Stopped: "), Patience);

        await feed.Find("[data-testid=now-spoken]").ChangeAsync(new() { Value = true });
        feed.Find("[data-testid=now-lines]").GetAttribute("aria-live").ShouldBe("polite");
        await feed.FindAll("[data-testid=now-line] button")[^1].ClickAsync(new());
        _went.ShouldBe(["ask"]);
        feed.Find("[data-testid=now-line] a").GetAttribute("href").ShouldBe(ActivityQuery.RunAddress(world.Run));
    }

    [Fact]
    public async Task What_a_reviewer_decided_is_told_with_the_name()
    {
        var world = await ReviewWorld.MakeAsync(host);
        await using var screen = await LiveScreen.OpenAsync(host, "marketer", _feed);
        var sequence = new SequenceId(Guid.Parse(world.Sequence));
        var feed = screen.Render<NowFeed>(
            one => one.Add(feed => feed.Sequence, sequence).Add(feed => feed.Knows, _ => true).Add(feed => feed.Go, Go));
        feed.WaitForAssertion(() => Lines(feed).ShouldHaveSingleItem().ShouldStartWith("Ann Miller Entered."), Patience);
        (await world.ApproveAsync()).Expect(System.Net.HttpStatusCode.OK);
        await host.Engine.DrainAsync(Xunit.TestContext.Current.CancellationToken);
        _feed.Touch(LiveTopic.Counts(new CompanyId(1), sequence));
        feed.WaitForAssertion(
            () => Lines(feed).ShouldContain(line => line.StartsWith("Ann Miller Approved by ", StringComparison.Ordinal)), Patience);
    }

    [Fact]
    public async Task Somebody_who_waited_for_long_is_among_the_last_when_it_goes_on()
    {
        var world = await RunWorld.MakeAsync(host, "Berta");
        for (var other = 0; other < NowReader.Shown; other++) await world.AnotherAsync("Other");
        await using var screen = await LiveScreen.OpenAsync(host, "marketer", _feed);
        var feed = RenderFeed(screen, world);
        feed.WaitForAssertion(() => Lines(feed).Count.ShouldBe(NowReader.Shown), Patience);
        Lines(feed).ShouldNotContain(line => line.StartsWith("Berta", StringComparison.Ordinal));

        (await host.Manager().PostAsync($"enrollments/{world.Run}/skip-wait")).Expect(System.Net.HttpStatusCode.OK);
        await host.Engine.DrainAsync(Xunit.TestContext.Current.CancellationToken);
        _feed.Touch(Topic(world));
        feed.WaitForAssertion(() => Lines(feed)[0].ShouldStartWith("Berta Miller Reached the end."), Patience);
        Lines(feed).Count.ShouldBe(NowReader.Shown);
    }

    private Task Go(string node)
    {
        _went.Add(node);
        return Task.CompletedTask;
    }

    private static LiveTopic Topic(RunWorld world) => LiveTopic.Counts(new CompanyId(1), LiveScreen.SequenceOf(world));

    private static IRenderedComponent<PeopleAtStep> Render(Screen screen, RunWorld world, string node) =>
        screen.Render<PeopleAtStep>(
            people => people.Add(one => one.Sequence, LiveScreen.SequenceOf(world))
                .Add(one => one.Node, node)
                .Add(one => one.Title, "Wait for a while"));

    private IRenderedComponent<NowFeed> RenderFeed(Screen screen, RunWorld world) =>
        screen.Render<NowFeed>(
            feed => feed.Add(one => one.Sequence, LiveScreen.SequenceOf(world)).Add(one => one.Knows, _ => true).Add(one => one.Go, Go));

    private static IEnumerable<string> Names(IRenderedComponent<PeopleAtStep> people) =>
        people.FindAll("[data-testid=person] a").Select(link => link.TextContent);

    private static List<string> Lines(IRenderedComponent<NowFeed> feed) =>
        [.. feed.FindAll("[data-testid=now-line]")
            .Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
