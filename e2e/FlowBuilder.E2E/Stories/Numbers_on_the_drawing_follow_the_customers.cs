using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Numbers_on_the_drawing_follow_the_customers(Chromium chromium)
{
    [Fact]
    public async Task Without_a_reload()
    {
        await using var site = await Site.StartAsync();
        using var api = site.Api();
        var id = await World.PublishAsync(api, World.FollowUp("Live", review: false, template: false));
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenAsync($"automations/sequences/{id}/edit");
        var waiting = new DesignerScreen(olive).Card("Wait for a while").Locator("[data-count]");
        await Assertions.Expect(waiting).ToBeEmptyAsync();
        for (var i = 1; i <= 3; i++)
        {
            await site.TellAsync("identify", $$$"""{"userId":"c-{{{i}}}","traits":{"email":"c{{{i}}}@example.com"}}""");
            await site.TellAsync("track", $$$"""{"userId":"c-{{{i}}}","event":"Estimate Sent","properties":{"estimate_id":"e-{{{i}}}"}}""");
            await Assertions.Expect(waiting).ToHaveTextAsync($"{i}", new() { Timeout = 2_000 });
        }

        await site.TellAsync("track", """{"userId":"c-1","event":"Estimate Accepted","properties":{"estimate_id":"e-1"}}""");
        await Assertions.Expect(waiting).ToHaveTextAsync("2", new() { Timeout = 2_000 });
        for (var i = 2; i <= 3; i++) await site.TellAsync("track", $$$"""{"userId":"c-{{{i}}}","event":"Estimate Accepted","properties":{"estimate_id":"e-{{{i}}}"}}""");
        await Assertions.Expect(waiting).ToBeEmptyAsync(new() { Timeout = 2_000 });
        await Assertions.Expect(waiting).ToBeHiddenAsync();
        olive.Faults.ShouldBeEmpty();
    }
}
