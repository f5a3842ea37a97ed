using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class An_event_moves_the_numbers_in_every_browser(Chromium chromium)
{
    /// <summary>From the tracking API's answer to the change on the screen.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Within_a_second_and_without_any_reload()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("mia", "Mia Manager", "manager");
        await site.HireAsync("mark", "Mark Marketer", "marketer");
        using var api = site.Api();
        var id = await World.PublishAsync(api, World.FollowUp("Live", review: true, template: false));
        foreach (var name in (string[])["Ann", "Bob"])
            await site.TellAsync(
                "identify", $$$"""{"userId":"{{{name}}}","traits":{"first_name":"{{{name}}}","email":"{{{name}}}@example.com"}}""");
        await using var mia = await Visitor.ComeAsync(chromium, site);
        await mia.SignInAsync("mia");
        await mia.OpenAsync("automations/reviews");
        await mia.Page.GetByTestId("reviews-empty").WaitForAsync();
        await using var mark = await Visitor.ComeAsync(chromium, site, 1500, 950, dark: true);
        await mark.SignInAsync("mark");
        await mark.OpenDrawingAsync($"automations/sequences/{id}/edit");
        // A reload would take this away.
        foreach (var one in (Visitor[])[mia, mark]) await one.Page.EvaluateAsync("window.firstLoad = true");

        await EnterAsync(site, mia.Page, mark.Page, "Ann", "1");
        await EnterAsync(site, mia.Page, mark.Page, "Bob", "2");
        await mark.PictureAsync("designer-counts-review");

        // Approved: the one goes on to the wait, in both.
        var pane = mia.Page.GetByTestId("pane");
        await mia.Page.GetByTestId("open-review").Filter(new() { HasText = "Ann" }).ClickAsync();
        await pane.GetByRole(AriaRole.Heading, new() { Name = "Ann", Exact = true }).WaitForAsync();
        var approved = Task.WhenAll(
            Sight.OfReviewAsync(mia.Page, "Ann", isThere: false), Sight.OfCountAsync(mark.Page, "tag", "1"),
            Sight.OfCountAsync(mark.Page, "w", "1"));
        await pane.GetByTestId("approve").ClickAsync();
        await approved;

        // Rejected: the other is nowhere any more, in both.
        await pane.GetByRole(AriaRole.Heading, new() { Name = "Bob", Exact = true }).WaitForAsync();
        await mia.Page.Keyboard.PressAsync("r");
        await mia.Page.GetByTestId("reason").FillAsync("not this one");
        var rejected = Task.WhenAll(
            Sight.OfReviewAsync(mia.Page, "Bob", isThere: false), Sight.OfCountAsync(mark.Page, "tag", ""),
            Sight.OfCountAsync(mark.Page, "w", "1"));
        await mia.Page.GetByTestId("reject-go").ClickAsync();
        await rejected;
        await mia.Page.GetByTestId("reviews-empty").WaitForAsync();

        foreach (var one in (Visitor[])[mia, mark]) (await one.Page.EvaluateAsync<bool>("window.firstLoad === true")).ShouldBeTrue();
        mia.Faults.Concat(mark.Faults).ShouldBeEmpty();
    }

    private static async Task EnterAsync(Site site, IPage session, IPage designer, string customer, string count)
    {
        var seen = Task.WhenAll(Sight.OfReviewAsync(session, customer), Sight.OfCountAsync(designer, "tag", count));
        await site.SendAsync(
            "track", $$$"""{"userId":"{{{customer}}}","event":"Estimate Sent","properties":{"estimate_id":"e-{{{customer}}}"}}""");
        var answered = TimeProvider.System.GetUtcNow();
        foreach (var moment in await seen) (moment - answered).ShouldBeLessThan(AtOnce, $"{customer} on the screens");
    }
}
