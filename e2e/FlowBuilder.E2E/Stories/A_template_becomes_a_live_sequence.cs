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

    [Fact]
    public async Task Two_people_on_one_draft_see_each_other_and_lose_nothing()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("tom", "Tom Marketer", "marketer");
        using var api = site.Api();
        var id = await World.PublishAsync(api, World.FollowUp("Shared", review: false, template: false));
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await using var tom = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await tom.SignInAsync("tom");
        await olive.OpenAsync($"automations/sequences/{id}/edit");
        await tom.OpenAsync($"automations/sequences/{id}/edit");
        await Assertions.Expect(olive.Page.GetByTestId("presence")).ToHaveTextAsync("Tom Marketer");

        await new DesignerScreen(olive).ChooseAsync("Add a tag");
        await new DesignerScreen(olive).SetAsync("tag", "from-olive");
        await Assertions.Expect(new DesignerScreen(tom).Card("Add a tag")).ToContainTextAsync("from-olive");
        await new DesignerScreen(tom).ChooseAsync("Remove a tag");
        await new DesignerScreen(tom).SetAsync("tag", "from-tom");
        await Assertions.Expect(new DesignerScreen(olive).Card("Remove a tag")).ToContainTextAsync("from-tom");
        await Assertions.Expect(new DesignerScreen(olive).Card("Add a tag")).ToContainTextAsync("from-olive");
    }
}
