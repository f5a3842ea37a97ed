using Bunit;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Runs;
using FlowBuilder.Canvas.Drawing;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Components.Designer.Canvas;
using FlowBuilder.Web.Components.Runs;
using FlowBuilder.Web.Components.Runs.Activity;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Runs.Activity;

/// <summary>The list and one run follow what happens, as the feed's channel tells it, and leave no watcher behind.</summary>
public sealed class The_activity_is_live(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly LiveTopic Topic = LiveTopic.Activity(new CompanyId(1));

    private readonly LiveFeed _feed = new(TimeProvider.System);
    private readonly LockedNowAndThen _contexts = new(host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>());

    [Fact]
    public async Task A_new_run_shows_up_in_the_list_and_nobody_watches_when_the_list_is_gone()
    {
        var world = await RunWorld.MakeAsync(host, "Berta");
        await using var screen = await OpenAsync("manager");
        screen.Services
            .GetRequiredService<NavigationManager>()
            .NavigateTo(new ActivityQuery(Sequence: Guid.Parse(world.Sequence)).Address());
        var page = screen.Render<ActivityPage>();
        page.WaitForAssertion(() => page.FindAll("[data-testid=run]").Count.ShouldBe(1), Patience);
        _feed.WatchersOf(Topic).ShouldBe(1);

        await world.AnotherAsync("Carla");
        _feed.Touch(Topic);

        page.WaitForAssertion(
            () => page.FindAll("[data-testid=open-run]").Select(link => link.TextContent).ShouldBe(["Carla Miller", "Berta Miller"]),
            Patience);
        page.FindAll("[data-testid=open-run]")[1].GetAttribute("href").ShouldBe(ActivityQuery.RunAddress(world.Run));
        await screen.DisposeComponentsAsync();
        _feed.WatchersOf(Topic).ShouldBe(0);
    }

    [Fact]
    public async Task A_run_goes_on_before_ones_eyes_and_is_drawn_anew_only_when_it_is_this_one()
    {
        var world = await RunWorld.MakeAsync(host);
        await using var screen = await OpenAsync("manager");
        var page = screen.Render<RunPage>(parameters => parameters.Add(one => one.Run, world.Run));
        page.WaitForAssertion(() => page.Find("[data-testid=run-here]").TextContent.ShouldContain("Wait 2 days"), Patience);
        _feed.WatchersOf(Topic).ShouldBe(1);
        var trigger = page.FindComponents<NodeView<StepCard>>().Single(node => node.Instance.Node.Id == "t");
        var stories = host.Services.GetRequiredService<RunStories>();
        var before = await stories.MarkAsync(new CompanyId(1), world.Run, TestContext.Current.CancellationToken);

        await world.AnotherAsync();
        _feed.Touch(Topic);
        (await stories.MarkAsync(
            new CompanyId(1), world.Run, TestContext.Current.CancellationToken)).ShouldBe(before, "another run has moved");
        (await host.Manager().PostAsync($"enrollments/{world.Run}/skip-wait")).Expect(System.Net.HttpStatusCode.OK);
        _feed.Touch(Topic);

        page.WaitForAssertion(() => page.Find("[data-testid=run-end]").TextContent.ShouldContain("Reached the end."), Patience);
        (await stories.MarkAsync(new CompanyId(1), world.Run, TestContext.Current.CancellationToken)).ShouldNotBe(before);
        trigger.RenderCount.ShouldBe(1, "its card says what it said");
        page.FindAll("[data-testid=run-bar]").ShouldBeEmpty("nothing can be done about what is over");
        await screen.DisposeComponentsAsync();
        _feed.WatchersOf(Topic).ShouldBe(0);
    }

    [Fact]
    public async Task A_wait_is_skipped_from_the_page_of_the_run()
    {
        var world = await RunWorld.MakeAsync(host);
        await using var screen = await OpenAsync("manager");
        var page = screen.Render<RunPage>(parameters => parameters.Add(one => one.Run, world.Run));
        page.WaitForAssertion(() => page.Find("[data-testid=skip-wait]"), Patience);
        page.FindAll("[data-testid=move-to] option")
            .Select(option => option.TextContent)
            .ShouldBe(["A later step...", "add the tag “thanked”"]);

        await page.Find("[data-testid=skip-wait]").ClickAsync(new());

        page.WaitForAssertion(
            () => page.FindAll("[data-testid=run-step]")
                .Select(step => step.TextContent)
                .ShouldContain(step => step.Contains("Skipped by hand, by manager-1.", StringComparison.Ordinal)),
            Patience);
    }

    [Fact]
    public async Task A_stop_is_asked_for_first()
    {
        var world = await RunWorld.MakeAsync(host);
        await using var screen = await OpenAsync("manager");
        var dialogs = screen.Dialogs();
        var page = screen.Render<RunPage>(parameters => parameters.Add(one => one.Run, world.Run));
        page.WaitForAssertion(() => page.Find("[data-testid=stop]"), Patience);

        var pressed = page.Find("[data-testid=stop]").ClickAsync(new());
        dialogs.WaitForAssertion(() => dialogs.Markup.ShouldContain("Stop one run?"), Patience);
        (await host.Manager().GetAsync($"enrollments/{world.Run}"))["state"].ShouldBe("waiting");
        await dialogs.FindAll("button").First(button => button.TextContent.Trim() == "Stop").ClickAsync(new());
        await pressed;

        page.WaitForAssertion(
            () => page.Find("[data-testid=run-end]").TextContent.ShouldContain("Stopped by hand, by manager-1."), Patience);
    }

    [Fact]
    public async Task News_that_cannot_be_read_is_said_and_the_next_takes_it_away()
    {
        var world = await RunWorld.MakeAsync(host);
        await using var screen = await OpenAsync("manager");
        screen.Services
            .GetRequiredService<NavigationManager>()
            .NavigateTo(new ActivityQuery(Sequence: Guid.Parse(world.Sequence)).Address());
        IRenderedComponent<IComponent>[] pages =
        [
            screen.Render<ActivityPage>(), screen.Render<RunPage>(parameters => parameters.Add(one => one.Run, world.Run))
        ];
        pages[1].WaitForAssertion(() => pages[1].Find("[data-testid=run-here]"), Patience);

        _contexts.IsLocked = true;
        _feed.Touch(Topic);
        foreach (var page in pages)
            page.WaitForAssertion(() => page.Find("[data-testid=stale]").TextContent.ShouldContain("may be out of date"), Patience);
        pages[1].Find("[data-testid=run-here]").TextContent.ShouldContain("Wait 2 days", customMessage: "what was there stays");
        _contexts.IsLocked = false;
        _feed.Touch(Topic);

        foreach (var page in pages) page.WaitForAssertion(() => page.FindAll("[data-testid=stale]").ShouldBeEmpty(), Patience);
    }

    [Theory]
    [InlineData("viewer")]
    [InlineData("office")]
    public async Task Who_may_only_look_sees_no_moves(string role)
    {
        var world = await RunWorld.MakeAsync(host);
        await using var screen = await OpenAsync(role);
        var page = screen.Render<RunPage>(parameters => parameters.Add(one => one.Run, world.Run));

        page.WaitForAssertion(() => page.Find("[data-testid=run-here]"), Patience);
        page.FindAll("[data-testid=run-bar]").ShouldBeEmpty();
    }

    private async Task<Screen> OpenAsync(string role)
    {
        var screen = await Screen.OpenAsync(host, role);
        screen.Services
            .AddSingleton(_feed)
            .AddApplicationOf(host, _contexts)
            .AddSingleton<RunReader>()
            .AddSingleton(host.Services.GetRequiredService<StepJson>())
            .AddScoped<RunActions>();
        screen.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return screen;
    }

    /// <summary>A database that is locked when the test says so.</summary>
    private sealed class LockedNowAndThen(IDbContextFactory<FlowBuilderContext> real) : IDbContextFactory<FlowBuilderContext>
    {
        public bool IsLocked { get; set; }

        public FlowBuilderContext CreateDbContext() =>
            IsLocked ? throw new SqliteException("database is locked", 5) : real.CreateDbContext();
    }
}
