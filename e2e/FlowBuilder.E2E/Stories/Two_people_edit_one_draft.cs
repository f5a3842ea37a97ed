using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Two_people_edit_one_draft(Chromium chromium)
{
    [Fact]
    public async Task They_see_each_other_and_lose_nothing()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("tom", "Tom Marketer", "marketer");
        using var api = site.Api();
        var id = await World.PublishAsync(api, World.FollowUp("Shared", review: false, template: false));
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await using var tom = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await tom.SignInAsync("tom");
        await olive.OpenDrawingAsync($"automations/sequences/{id}/edit");
        await tom.OpenDrawingAsync($"automations/sequences/{id}/edit");
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
