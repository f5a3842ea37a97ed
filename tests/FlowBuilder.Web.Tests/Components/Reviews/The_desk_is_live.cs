using Bunit;
using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Components.Home;
using FlowBuilder.Web.Components.Notifications;
using FlowBuilder.Web.Components.Reviews;
using FlowBuilder.Web.Tests.Components.Elements;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Reviews;

/// <summary>Screens that watch: a change reaches them through the feed's channel, and when they go nothing watches any more.</summary>
public sealed class The_desk_is_live(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LiveFeed _feed = new(TimeProvider.System);

    [Fact]
    public async Task A_new_review_shows_up_and_a_decided_one_says_who_decided()
    {
        await using var screen = await OpenAsync("manager");
        var page = screen.Render<ReviewsPage>();
        page.WaitForAssertion(() => _feed.WatchersOf(LiveTopic.Reviews(new CompanyId(1))).ShouldBe(1), Patience);
        var world = await ReviewWorld.MakeAsync(host);

        _feed.Touch(LiveTopic.Reviews(new CompanyId(1)));
        page.WaitForAssertion(() => page.FindAll("[data-testid=review]").ShouldNotBeEmpty(), Patience);

        screen.Services
            .GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>()
            .NavigateTo(new ReviewQuery(Open: long.Parse(world.Id, System.Globalization.CultureInfo.InvariantCulture)).Address());
        page.WaitForAssertion(() => page.Find("[data-testid=pane]").TextContent.ShouldContain("Ann Miller"), Patience);
        page.Find("[data-testid=approve]").TextContent.ShouldBe("Approve");
        page.Find("[data-testid=review-run]").GetAttribute("href")!.ShouldStartWith("/automations/activity/");
        (await world.ApproveAsync()).Expect(System.Net.HttpStatusCode.OK);
        _feed.Touch(LiveTopic.Reviews(new CompanyId(1)));

        page.WaitForAssertion(() => page.Find("[data-testid=decided]").TextContent.ShouldContain("approved it"), Patience);
        page.FindAll("[data-testid=approve]").ShouldBeEmpty();
        await screen.DisposeComponentsAsync();
        _feed.WatchersOf(LiveTopic.Reviews(new CompanyId(1))).ShouldBe(0);
    }

    [Fact]
    public async Task Who_may_not_decide_sees_no_buttons()
    {
        await using var screen = await OpenAsync("marketer");
        var world = await ReviewWorld.MakeAsync(host);
        var page = screen.Render<ReviewsPage>();
        screen.Services
            .GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>()
            .NavigateTo(new ReviewQuery(Open: long.Parse(world.Id, System.Globalization.CultureInfo.InvariantCulture)).Address());

        page.WaitForAssertion(() => page.Find("[data-testid=pane]").TextContent.ShouldContain("Ann Miller"), Patience);
        page.FindAll("[data-testid=approve], [data-testid=choose]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Home_and_bell_count_again_and_leave_no_watcher_behind()
    {
        await using var screen = await OpenAsync("manager");
        var topic = LiveTopic.Attention(new CompanyId(1));
        var home = screen.Render<HomePage>();
        var bell = screen.Render<Bell>(
            parameters => parameters.AddCascadingValue(screen.Services
                .GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync()));
        home.WaitForAssertion(() => _feed.WatchersOf(topic).ShouldBe(2), Patience);
        // Other tests may have asked this person too.
        int Asked() =>
            home.FindAll("[data-testid=matter-asked] .matter-count") is [var count]
                ? int.Parse(count.TextContent, System.Globalization.CultureInfo.InvariantCulture)
                : 0;
        var before = Asked();
        var world = await ReviewWorld.MakeAsync(host);
        (await host.Manager()
            .PostAsync($"reviews/{world.Id}/ask", """{"colleague":"manager-1","note":"Please"}""")).Expect(System.Net.HttpStatusCode.OK);

        _feed.Touch(topic);

        home.WaitForAssertion(() => Asked().ShouldBe(before + 1), Patience);
        home.Find("[data-testid=matter-asked]").TextContent
            .ShouldContain(before == 0 ? "question is waiting for your decision" : "questions are waiting for your decision");
        bell.WaitForAssertion(() => bell.Find("[data-testid=bell-count]"), Patience);
        await screen.DisposeComponentsAsync();
        _feed.WatchersOf(topic).ShouldBe(0);
    }

    [Fact]
    public async Task Notifications_are_read_one_by_one_and_all_at_once()
    {
        await using var screen = await OpenAsync("manager");
        var world = await ReviewWorld.MakeAsync(host);
        (await host.Manager()
            .PostAsync($"reviews/{world.Id}/ask", """{"colleague":"manager-1","note":"First"}""")).Expect(System.Net.HttpStatusCode.OK);
        (await host.Manager()
            .PostAsync($"reviews/{world.Id}/ask", """{"colleague":"manager-1","note":"Second"}""")).Expect(System.Net.HttpStatusCode.OK);
        var page = screen.Render<NotificationsPage>();
        page.WaitForAssertion(() => page.FindAll("[data-testid=notification].is-unread").Count.ShouldBeGreaterThanOrEqualTo(2), Patience);
        page.FindAll("[data-testid=notification-link]")[0].GetAttribute("href")!.ShouldContain("open=");
        var unread = page.FindAll("[data-testid=notification].is-unread").Count;

        page.FindAll("[data-testid=read]")[0].Click();
        page.WaitForAssertion(() => page.FindAll("[data-testid=notification].is-unread").Count.ShouldBeLessThan(unread), Patience);
        page.Find("[data-testid=read-all]").Click();

        page.WaitForAssertion(() => page.FindAll("[data-testid=notification].is-unread").ShouldBeEmpty(), Patience);
        await screen.DisposeComponentsAsync();
        _feed.WatchersOf(LiveTopic.Attention(new CompanyId(1))).ShouldBe(0);
    }

    private Task<Screen> OpenAsync(string role) => LiveScreen.OpenAsync(host, role, _feed);
}
