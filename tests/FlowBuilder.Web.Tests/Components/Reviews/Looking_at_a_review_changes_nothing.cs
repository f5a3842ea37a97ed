using System.Globalization;
using System.Net;
using Bunit;
using FlowBuilder.Application.Subscriptions;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Components.Reviews;
using FlowBuilder.Web.Tests.Components.Elements;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Reviews;

/// <summary>Attack A16: whoever may only look made the approvals of others stale by looking.</summary>
public sealed class Looking_at_a_review_changes_nothing(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Every role there is, and whether its look may change something.</summary>
    public static TheoryData<string, bool> Roles =>
        [.. Enum.GetValues<Role>()
            .Select(
                role => new TheoryDataRow<string, bool>(
                    RoleInfo.Of(role).Word,
                    RoleInfo.Of(role).Rights(new Company { Id = new CompanyId(1), Name = "Green" }).Contains(Right.DecideReviews)))];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Unless_one_may_decide(string role, bool mayDecide)
    {
        var world = await ReviewWorld.MakeAsync(host);
        await world.EditTemplateAsync();

        await OpenAsync(role, world);

        var now = (await host.Manager().GetAsync($"reviews/{world.Id}")).Expect(HttpStatusCode.OK);
        (now["etag"] == world.Etag, now.Json.GetProperty("news").GetArrayLength() == 0).ShouldBe((!mayDecide, !mayDecide));
    }

    [Fact]
    public async Task Nor_by_its_owner_where_the_plan_has_no_sequences()
    {
        var world = await ReviewWorld.MakeAsync(host);
        await world.EditTemplateAsync();
        var plans = host.Services.GetRequiredService<ChangeSubscription>();
        await ChangeAsync(Subscription.Starter);
        try
        {
            await OpenAsync("owner", world);
            (await host.Manager().GetAsync($"reviews/{world.Id}")).Expect(HttpStatusCode.OK)["etag"].ShouldBe(world.Etag);
        }
        finally
        {
            await ChangeAsync(Subscription.Growth);
        }

        Task ChangeAsync(Subscription plan) =>
            plans.ChangeAsync(
                new CompanyId(1), plan, LatePolicy.Send, new Actor("user:owner-1", "Olive Owner"), TestContext.Current.CancellationToken);
    }

    private async Task OpenAsync(string role, ReviewWorld world)
    {
        var feed = new LiveFeed(TimeProvider.System);
        await using var screen = await LiveScreen.OpenAsync(host, role, feed);
        var page = screen.Render<ReviewsPage>();
        screen.Services
            .GetRequiredService<NavigationManager>()
            .NavigateTo(new ReviewQuery(Open: long.Parse(world.Id, CultureInfo.InvariantCulture)).Address());
        page.WaitForAssertion(() => page.Find("[data-testid=pane]").TextContent.ShouldContain("Ann Miller"), Patience);
        // The look follows at once when the others are told who looks.
        page.WaitForAssertion(
            () => screen.Services
                .GetRequiredService<ReviewPresence>()
                .Others(
                    new CompanyId(1), long.Parse(world.Id, CultureInfo.InvariantCulture),
                    new Actor("user:nobody", "No one")).ShouldNotBeEmpty(),
            Patience);
        await page.InvokeAsync(() => { });
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
    }
}
