using System.Diagnostics;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class The_program_restarts_under_open_pages(Chromium chromium)
{
    /// <summary>From readiness to the truth on the screens.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>What stopping may take while pages are open: an update must not stand in the door until everybody has gone home.</summary>
    private static readonly TimeSpan Stopping = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task They_come_back_at_their_address_by_themselves_and_show_what_is_true_now()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("mia", "Mia Manager", "manager");
        await site.HireAsync("mark", "Mark Marketer", "marketer");
        using var api = site.Api();
        var id = await World.PublishAsync(api, World.FollowUp("Restarted", review: true, template: false));
        foreach (var name in (string[])["Ann", "Bob"])
            await site.TellAsync(
                "identify", $$$"""{"userId":"{{{name}}}","traits":{"first_name":"{{{name}}}","email":"{{{name}}}@example.com"}}""");
        await site.TellAsync("track", Sent("Ann"));
        await using var mia = await Visitor.ComeAsync(chromium, site);
        await mia.SignInAsync("mia");
        await mia.OpenAsync($"automations/reviews?sequence={id}");
        await mia.Page.GetByTestId("open-review").Filter(new() { HasText = "Ann" }).ClickAsync();
        await mia.Page.GetByTestId("pane").GetByRole(AriaRole.Heading, new() { Name = "Ann", Exact = true }).WaitForAsync();
        await using var mark = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await mark.SignInAsync("mark");
        await mark.OpenAsync($"automations/sequences/{id}/edit?view=canvas");
        var waiting = mark.Page.Locator("[data-node-id=tag] .fbc-badge");
        await Assertions.Expect(waiting).ToHaveTextAsync("1");
        var (session, designer) = (mia.Page.Url, mark.Page.Url);
        session.ShouldContain("open=");

        await StopAsync(site);
        foreach (var one in (Visitor[])[mia, mark]) await one.Page.Locator("#components-reconnect-modal[open]").WaitForAsync();
        await mia.PictureAsync("restart-desk-away");
        await mark.PictureAsync("restart-designer-away");

        await using var again = site.StartAgain();
        await again.ReadyAsync();
        var ready = Stopwatch.StartNew();
        await again.SendAsync("track", Sent("Bob"));
        await Assertions.Expect(waiting).ToHaveTextAsync("2", new() { Timeout = Left() });
        await Assertions.Expect(mia.Page.GetByTestId("review").Filter(new() { HasText = "Bob" }))
            .ToBeVisibleAsync(new() { Timeout = Left() });
        foreach (var one in (Visitor[])[mia, mark])
            await Assertions.Expect(one.Page.Locator("#components-reconnect-modal[open]")).ToHaveCountAsync(0, new() { Timeout = Left() });
        (mia.Page.Url, mark.Page.Url).ShouldBe((session, designer));

        // One works on where one was.
        await mia.AliveAsync();
        await mia.Page.GetByTestId("pane").GetByTestId("approve").ClickAsync();
        await Assertions.Expect(mark.Page.Locator("[data-node-id=w] .fbc-badge")).ToHaveTextAsync("1");
        await Assertions.Expect(waiting).ToHaveTextAsync("1");
        await mia.PictureAsync("restart-desk-back");
        await StopAsync(again);
        // Its folder goes with it.
        await using var last = again.StartAgain();

        float Left() => (float)Math.Max(1, (Soon - ready.Elapsed).TotalMilliseconds);
    }

    private static async Task StopAsync(Site site)
    {
        var stopping = Stopwatch.StartNew();
        await site.StopAsync();
        stopping.Elapsed.ShouldBeLessThan(Stopping);
    }

    private static string Sent(string customer) =>
        $$$"""{"userId":"{{{customer}}}","event":"Estimate Sent","properties":{"estimate_id":"e-{{{customer}}}"}}""";
}
