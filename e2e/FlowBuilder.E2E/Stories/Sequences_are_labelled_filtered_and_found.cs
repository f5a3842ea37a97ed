using System.Text.RegularExpressions;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Sequences_are_labelled_filtered_and_found(Chromium chromium)
{
    [Fact]
    public async Task Several_at_once()
    {
        await using var site = await Site.StartAsync();
        using var api = site.Api();
        foreach (var title in (string[])["Spring clean-up", "Spring mulch", "Thank you after a visit", "Win back", "Estimate follow-up"])
            await World.PublishAsync(
                api,
                title == "Estimate follow-up"
                    ? World.FollowUp(title, review: false, template: false)
                    : System.Text.Encoding.UTF8.GetString(Drawings.Welcome(title)));
        for (var i = 0; i < 4; i++)
        {
            await site.TellAsync(
                "identify", $$$"""{"userId":"c-{{{i}}}","traits":{"first_name":"Nora","email":"nora{{{i}}}@example.com"}}""");
            await site.TellAsync("track", $$$"""{"userId":"c-{{{i}}}","event":"Estimate Sent","properties":{"estimate_id":"e-{{{i}}}"}}""");
        }

        await using var olive = await Visitor.ComeAsync(chromium, site, 1400, 900);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("automations/sequences");
        await Assertions.Expect(Row(olive, "Estimate follow-up").GetByTestId("entered")).ToHaveTextAsync("4");
        await Assertions.Expect(Row(
            olive,
            "Estimate follow-up").GetByRole(AriaRole.Img, new() { Name = "4 customers entered in the last 14 days" })).ToBeVisibleAsync();

        await Row(olive, "Spring clean-up").GetByTestId("choose").CheckAsync();
        await Row(olive, "Spring mulch").GetByTestId("choose").CheckAsync();
        await Assertions.Expect(olive.Page.GetByTestId("bulk")).ToContainTextAsync("2 chosen");
        await olive.PictureAsync("sequences-chosen");
        await olive.Page.GetByTestId("bulk-label").ClickAsync();
        await olive.Page.GetByTestId("add-labels").FillAsync("spring, sales");
        await olive.PictureAsync("sequences-labels-dialog");
        await olive.Page.GetByTestId("save-labels").ClickAsync();
        await Assertions.Expect(Row(olive, "Spring mulch").GetByTestId("label")).ToHaveTextAsync(["spring", "sales"]);
        await Assertions.Expect(olive.Page.GetByTestId("bulk")).ToHaveCountAsync(0);

        await Row(olive, "Spring mulch").GetByTestId("label").First.ClickAsync();
        await Assertions.Expect(olive.Page).ToHaveURLAsync(new Regex("\\?label=spring$"));
        await Assertions.Expect(olive.Page.GetByTestId("sequence")).ToHaveCountAsync(2);
        await olive.Page.GetByTestId("find").FillAsync("mulch");
        await olive.Page.GetByTestId("find-go").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("sequence")).ToHaveCountAsync(1);
        await olive.Page.ReloadAsync();
        await olive.AliveAsync();
        await Assertions.Expect(olive.Page.GetByTestId("sequence")).ToHaveCountAsync(1);
        await Assertions.Expect(olive.Page.GetByTestId("filter-label")).ToHaveValueAsync("spring");

        await olive.OpenAsync("automations/sequences?label=spring");
        await olive.Page.GetByTestId("choose-all").CheckAsync();
        await olive.Page.GetByTestId("bulk-pause").ClickAsync();
        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("sequence").GetByTestId("status").Filter(new() { HasText = "Paused" }))
            .ToHaveCountAsync(2);
        await olive.OpenAsync("automations/sequences");
        await olive.PictureAsync("sequences-list");
        olive.Faults.ShouldBeEmpty();

        await using var phone = await Visitor.ComeAsync(chromium, site, 390, 844, dark: true);
        await phone.SignInAsync("olive");
        await phone.OpenAsync("automations/sequences");
        await Row(phone, "Spring mulch").GetByTestId("choose").CheckAsync();
        await Assertions.Expect(phone.Page.GetByTestId("bulk")).ToBeVisibleAsync();
        (await phone.Page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("the phone's page must not scroll sideways");
        await phone.PictureAsync("sequences-list-phone-dark");
        phone.Faults.ShouldBeEmpty();
    }

    private static ILocator Row(Visitor visitor, string title) =>
        visitor.Page
            .GetByTestId("sequence")
            .Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }) });
}
