using System.Globalization;
using System.Net;
using Bunit;
using FlowBuilder.Application.Runs;
using FlowBuilder.Application.Subscriptions;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Components.Designer;
using FlowBuilder.Web.Components.Runs.Activity;
using FlowBuilder.Web.Tests.Components.Elements;
using FlowBuilder.Web.Tests.Components.Runs;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Sequences;

/// <summary>With the real engine: down to Starter and up again.</summary>
public sealed class The_plan_gate(ApiHost host) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private static readonly CompanyId Company = new(1);
    private static readonly Actor Olive = new("user:owner-1", "Olive Owner");

    private static readonly Dictionary<string, Func<Client, string, Task<Answer>>> Gated = new()
    {
        ["CreateSequence"] = (client, _) => client.PostAsync("sequences", Documents.ByHand),
        ["ImportSequence"] = (client, _) => client.PostAsync("sequences/import", Documents.ByHand),
        ["ValidateDocument"] = (client, _) => client.PostAsync("sequences/validate", Documents.ByHand),
        ["SaveDraft"] = (client, id) => client.PutAsync($"sequences/{id}/draft", Documents.ByHand),
        ["CopySequence"] = (client, id) => client.PostAsync($"sequences/{id}/copy"),
        ["SetPassword"] = (client, id) => client.PutAsync($"sequences/{id}/password", """{"password":"walnut hammock"}"""),
        ["RemovePassword"] = (client, id) => client.DeleteAsync($"sequences/{id}/password"),
        ["DeleteSequence"] = (client, id) => client.DeleteAsync($"sequences/{id}"),
        ["PublishSequence"] = (client, id) => client.PostAsync($"sequences/{id}/publish"),
        ["PauseSequence"] = (client, id) => client.PostAsync($"sequences/{id}/pause"),
        ["ResumeSequence"] = (client, id) => client.PostAsync($"sequences/{id}/resume", """{"pastDue":"send"}"""),
        ["ArchiveSequence"] = (client, id) => client.PostAsync($"sequences/{id}/archive"),
        ["EnrollByHand"] = (client, id) => client.PostAsync($"sequences/{id}/enroll", """{"userId":"x"}"""),
        ["SkipWait"] = (client, _) => client.PostAsync("enrollments/1/skip-wait"),
        ["MoveEnrollment"] = (client, _) => client.PostAsync("enrollments/1/move", """{"node":"x"}"""),
        ["RetryEnrollment"] = (client, _) => client.PostAsync("enrollments/1/retry"),
        ["SteerEnrollments"] = (client, _) => client.PostAsync("enrollments/bulk", """{"ids":["1"],"action":"retry"}"""),
        ["StopEnrollment"] = (client, _) => client.PostAsync("enrollments/1/stop"),
        ["ApproveReview"] = (client, _) => client.PostAsync("reviews/1/approve", """{"etag":"x"}"""),
        ["RejectReview"] = (client, _) => client.PostAsync("reviews/1/reject", """{"reason":"x"}"""),
        ["RecheckReview"] = (client, _) => client.PostAsync("reviews/1/recheck"),
        ["EditReview"] = (client, _) => client.PostAsync("reviews/1/edit", """{"etag":"x"}"""),
        ["AskColleague"] = (client, _) => client.PostAsync("reviews/1/ask", "{}"),
        ["SnoozeReview"] = (client, _) => client.PostAsync("reviews/1/snooze", "{}"),
        ["DecideReviews"] = (client, _) => client.PostAsync("reviews/bulk", """{"items":[{"id":"1","decision":"approve","etag":"x"}]}"""),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ChangeSubscription Plans => host.Services.GetRequiredService<ChangeSubscription>();

    public async ValueTask InitializeAsync() => await ChangeAsync(Subscription.Growth, LatePolicy.Send);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task On_Starter_everything_can_be_read_and_nothing_changed()
    {
        var manager = host.Manager();
        var id = await manager.PublishAsync(Documents.ByHand);
        await ChangeAsync(Subscription.Starter);
        foreach (var (route, call) in Gated)
        {
            var refused = await call(manager, id);
            refused.Status.ShouldBe(HttpStatusCode.Forbidden, route);
            refused["code"].ShouldBe("not-in-plan", route);
        }

        foreach (var path in (string[])[
            "sequences", $"sequences/{id}", $"sequences/{id}/draft", $"sequences/{id}/export", $"sequences/{id}/sentences",
            $"sequences/{id}/versions", $"sequences/{id}/stats", "enrollments", "reviews"
        ])
            (await manager.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        (await manager.PutAsync("templates/free", Documents.Reminder)).Expect(HttpStatusCode.OK);
        (await manager.PutAsync("customers/free", """{"fields":{}}""")).Expect(HttpStatusCode.Created);
        (await host.Manager(2).PostAsync("sequences", Documents.ByHand)).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public void Every_route_that_changes_sequences_runs_or_reviews_is_gated() =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(
                endpoint => new[]
                {
                    "sequences", "enrollments", "reviews"
                }.Any(part => endpoint.RoutePattern.RawText!.StartsWith($"/api/v1/{part}", StringComparison.Ordinal)))
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.All(method => method != "GET"))
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName)
            .ShouldBe(Gated.Keys, ignoreOrder: true);

    [Theory]
    [InlineData(LatePolicy.Send, "done", 1)]
    [InlineData(LatePolicy.Skip, "done", 0)]
    [InlineData(LatePolicy.Shift, "waiting", 0)]
    [InlineData(LatePolicy.Ask, "waiting", 0)]
    public async Task Everybody_inside_is_held_and_goes_on_after_an_upgrade(LatePolicy pastDue, string state, int messages)
    {
        var manager = host.Manager();
        var sequence = await manager.PublishAsync(Documents.FollowUp($"Gated {pastDue}"));
        var inside = await host.SendEstimateAsync($"g-{pastDue}");
        await ChangeAsync(Subscription.Starter);
        var held = await RunAsync(sequence, inside);
        held["held"].ShouldBe("plan");
        var sent = $"messages?customer={inside}&enrollment={held["id"]}";

        // Due while held: nothing leaves, nobody enters, events are kept.
        await manager.AdvanceAsync("P3D");
        (await manager.GetAsync(sent)).Items.ShouldBeEmpty();
        var late = await host.SendEstimateAsync($"late-{pastDue}");
        (await manager.GetAsync($"enrollments?customer={late}")).Items.ShouldBeEmpty();
        (await manager.GetAsync($"customers/{late}/why?sequence={sequence}")).Text.ShouldContain("plan");

        await ChangeAsync(Subscription.Growth, pastDue);
        await host.Engine.DrainAsync(Cancellation);
        var run = await RunAsync(sequence, inside);
        run["state"].ShouldBe(state);
        run.Json.TryGetProperty("held", out _).ShouldBeFalse();
        (await manager.GetAsync(sent)).Items.Count.ShouldBe(messages);
        (await manager.GetAsync($"reviews?customer={inside}&state=waiting")).Items
            .Count(review => review.GetProperty("sequence").GetString() == sequence)
            .ShouldBe(pastDue == LatePolicy.Ask ? 1 : 0);
        if (pastDue == LatePolicy.Shift)
        {
            await manager.AdvanceAsync("P4D");
            (await manager.GetAsync(sent)).Items.Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task Nobody_is_stopped_or_moved_from_a_screen_that_was_still_open()
    {
        var sequence = await host.Manager().PublishAsync(Documents.FollowUp("Gated moves"));
        var customer = await host.SendEstimateAsync("g-moves");
        var run = await RunAsync(sequence, customer);
        await ChangeAsync(Subscription.Starter);

        var answer = await host.Services
            .GetRequiredService<RunMoves>()
            .DoAsync(
                host.CallerOf("owner-1"), long.Parse(run["id"]!, CultureInfo.InvariantCulture), new RunMove(RunMoveKind.Stop),
                Cancellation);

        answer.ShouldBeOfType<TurnAnswer.Refused>().Because.ShouldContain("Upgrade to Growth or Enterprise");
        (await RunAsync(sequence, customer))["state"].ShouldBe("waiting");
    }

    [Fact]
    public async Task A_run_that_waits_for_approval_is_kept_for_after_the_upgrade()
    {
        var manager = host.Manager();
        var sequence = await manager.PublishAsync(Documents.FollowUp("Gated review", review: true));
        var customer = await host.SendEstimateAsync("g-review");
        var review = (await manager.GetAsync(
            $"reviews?customer={customer}&state=waiting")).Items.Single(item => item.GetProperty("sequence").GetString() == sequence);
        await ChangeAsync(Subscription.Starter);
        (await manager.PostAsync(
            $"reviews/{review.GetProperty("id").GetString()}/approve",
            $$"""{"etag":"{{review.GetProperty("etag").GetString()}}"}""")).Expect(HttpStatusCode.Forbidden);
        await ChangeAsync(Subscription.Enterprise, LatePolicy.Send);
        (await manager.PostAsync(
            $"reviews/{review.GetProperty("id").GetString()}/approve", $$"""{"etag":"{{review.GetProperty("etag").GetString()}}"}"""))
            .Expect(HttpStatusCode.OK)["state"]
            .ShouldBe("approved");
    }

    [Fact]
    public async Task Screens_of_runs_say_so_and_offer_no_moves()
    {
        var world = await RunWorld.MakeAsync(host);
        using var browser = await host.SignedInAsync("manager");
        foreach (var address in (string[])[ActivityQuery.PageAddress, ActivityQuery.RunAddress(world.Run)])
        {
            await ChangeAsync(Subscription.Growth, LatePolicy.Send);
            var open = await browser.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);
            await ChangeAsync(Subscription.Starter);
            var gated = await browser.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);

            (open.Contains(
                "plan-notice",
                StringComparison.Ordinal), open.Contains("run-bar", StringComparison.Ordinal)).ShouldBe((false, true), address);
            (gated.Contains(
                "plan-notice",
                StringComparison.Ordinal), gated.Contains("run-bar", StringComparison.Ordinal)).ShouldBe((true, false), address);
        }
    }

    /// <summary>Attack A25: the designer asked for a password that there is none of.</summary>
    [Fact]
    public async Task The_designer_says_that_it_is_the_plan_and_asks_for_no_password()
    {
        var sequence = Guid.Parse(await host.Manager().PublishAsync(Documents.OwnByHand()));
        await ChangeAsync(Subscription.Starter);
        await using var screen = await LiveScreen.OpenAsync(host, "owner", new LiveFeed(TimeProvider.System));

        var page = screen.Render<DesignerPage>(designer => designer.Add(one => one.Id, $"{sequence}"));

        page.WaitForElement("[data-testid=designer-refused]", TimeSpan.FromSeconds(10)).TextContent.ShouldContain("cannot be edited now");
        page.FindAll("[data-testid=designer-locked]").ShouldBeEmpty();
        page.Markup.ShouldNotContain("password", Case.Insensitive);
    }

    [Fact]
    public async Task A_change_of_plan_is_written_down_once()
    {
        await ChangeAsync(Subscription.Enterprise);
        (await Plans.ChangeAsync(Company, Subscription.Enterprise, null, Olive, Cancellation)).ShouldBeFalse();
        await using var context = host.Context();
        var line = await context.AuditLog.Where(one => one.Action == "company.change-plan").OrderBy(one => one.Id).LastAsync(Cancellation);
        (line.By, line.Words, line.Before, line.After).ShouldBe(("Olive Owner", "changed the plan to Enterprise", "Growth", "Enterprise"));
    }

    private async Task ChangeAsync(Subscription to, LatePolicy? pastDue = null)
    {
        await Plans.ChangeAsync(Company, to, pastDue, Olive, Cancellation);
        await host.Engine.DrainAsync(Cancellation);
    }

    private async Task<Answer> RunAsync(string sequence, string customer)
    {
        var id = (await host.Manager().GetAsync($"enrollments?customer={customer}&sequence={sequence}")).Items.ShouldHaveSingleItem()
            .GetProperty("id").GetString();
        return await host.Manager().GetAsync($"enrollments/{id}");
    }
}
