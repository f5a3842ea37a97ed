using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_template_becomes_a_live_sequence(Chromium chromium)
{
    [Fact]
    public async Task Tried_on_a_customer_and_published()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("automations/sequences");
        await olive.Page.GetByTestId("from-template").ClickAsync();
        await olive.PictureAsync("templates-dialog");
        await olive.Page.GetByTestId("template-search").FillAsync("estimate");
        await olive.Page.GetByTestId("template-estimate-follow-up").ClickAsync();
        await olive.Page.GetByTestId("designer").WaitForAsync();

        await olive.Page.GetByTestId("test").ClickAsync();
        await olive.Page.GetByTestId("test-event").FillAsync("Estimate Sent");
        await olive.Page.GetByTestId("test-happen").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("test-story")).ToContainTextAsync("Estimate Sent");
        await Assertions.Expect(olive.Page.Locator("[data-node-id][data-tone=lit]")).Not.ToHaveCountAsync(0);
        await olive.Page.GetByTestId("test-next").ClickAsync();
        await olive.PictureAsync("test-run");

        await olive.Page.GetByTestId("publish").ClickAsync();
        await olive.Page.GetByTestId("publish-now").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("publish")).ToHaveTextAsync("Publish version 2");
        await olive.Page.GetByTestId("tab-settings").ClickAsync();
        await olive.Page.GetByTestId("review-before").CheckAsync();
        await olive.Page.GetByTestId("publish").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("publish-differences")).ToContainTextAsync("Review Before Execution");
        await olive.PictureAsync("publish-dialog");
        site.Mail.Deliveries.ShouldBeEmpty("a test run sends nothing");
        olive.Faults.ShouldBeEmpty();
    }
}
