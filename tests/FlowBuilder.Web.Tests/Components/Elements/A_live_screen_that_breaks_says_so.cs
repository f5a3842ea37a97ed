using Bunit;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Notifications;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Components.Home;
using FlowBuilder.Web.Components.Layout;
using FlowBuilder.Web.Components.Notifications;
using FlowBuilder.Web.Components.Reviews;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Elements;

/// <summary>A change whose reading fails ends in the page's error part, like any fault of the page:
/// never in a page that silently stands still.</summary>
public sealed class A_live_screen_that_breaks_says_so(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LiveFeed _feed = new(TimeProvider.System);

    public static TheoryData<Type, LiveTopicKind> Pages => new()
    {
        { typeof(HomePage), LiveTopicKind.Attention },
        { typeof(NotificationsPage), LiveTopicKind.Attention },
        { typeof(ReviewsPage), LiveTopicKind.Reviews },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task And_goes_on_when_it_is_tried_again(Type page, LiveTopicKind kind)
    {
        var database = new FailingDatabase(host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>());
        await using var screen = await LiveScreen.OpenAsync(host, "manager", _feed, services => services
            .AddSingleton<IDbContextFactory<FlowBuilderContext>>(database)
            .AddApplicationOf(host, database)
            .AddSingleton(new YourNotifications(database, _feed, host.Services.GetRequiredService<ProductClock>())));
        var boundary = screen.Render<PageBoundary>(frame => frame.AddChildContent(builder =>
        {
            builder.OpenComponent(0, page);
            builder.CloseComponent();
        }));
        var topic = new LiveTopic(new CompanyId(1), kind);
        boundary.WaitForAssertion(() => _feed.WatchersOf(topic).ShouldBe(1), Patience);

        database.IsBroken = true;
        _feed.Touch(topic);
        boundary.WaitForAssertion(
            () => boundary.Find("[data-testid=fault]").TextContent.ShouldContain("Something went wrong on our side"), Patience);
        _feed.Watchers.ShouldBe(0);

        database.IsBroken = false;
        await boundary.FindAll("button")
            .Single(button => button.TextContent.Contains("Try again", StringComparison.Ordinal))
            .ClickAsync(new());
        boundary.WaitForAssertion(() => boundary.FindAll("[data-testid=fault]").ShouldBeEmpty(), Patience);
        _feed.WatchersOf(topic).ShouldBe(1);
    }

    [Fact]
    public async Task Whose_right_was_taken_away_is_told_so()
    {
        await using var screen = await LiveScreen.OpenAsync(host, "viewer", _feed);
        var boundary = screen.Render<PageBoundary>(frame => frame.AddChildContent<ReviewsPage>());
        var topic = LiveTopic.Reviews(new CompanyId(1));
        boundary.WaitForAssertion(() => _feed.WatchersOf(topic).ShouldBe(1), Patience);
        await using (var context = host.Context())
            await context.Users
                .Where(user => user.Id == "viewer-1")
                .ExecuteUpdateAsync(
                    set => set.SetProperty(user => user.RemovedAt, TimeProvider.System.GetUtcNow()),
                    Xunit.TestContext.Current.CancellationToken);
        await host.Engine.RefreshAsync(new CompanyId(1), Xunit.TestContext.Current.CancellationToken);

        _feed.Touch(topic);
        boundary.WaitForAssertion(() => boundary.Find("[data-testid=forbidden]"), Patience);
        _feed.Watchers.ShouldBe(0);
    }

    /// <summary>The database, as long as it is there.</summary>
    private sealed class FailingDatabase(IDbContextFactory<FlowBuilderContext> real) : IDbContextFactory<FlowBuilderContext>
    {
        public bool IsBroken { get; set; }

        public FlowBuilderContext CreateDbContext() =>
            IsBroken ? throw new InvalidOperationException("The disk is gone.") : real.CreateDbContext();
    }
}
