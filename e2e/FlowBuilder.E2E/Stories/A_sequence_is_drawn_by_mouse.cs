using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

/// <summary>The origin's example from nothing to published: trigger, AND, OR, action, stop when, stop action, drawn by mouse.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class A_sequence_is_drawn_by_mouse(Chromium chromium)
{
    [Fact]
    public async Task From_nothing_to_published()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("automations/sequences");
        await olive.Page.GetByTestId("new-sequence").ClickAsync();
        await olive.Page.GetByTestId("designer").WaitForAsync();
        var designer = new DesignerScreen(olive);

        await designer.Title.FillAsync("Estimate nudge");
        await designer.Title.PressAsync("Enter");
        await designer.DragAsync("Trigger:estimate-sent", 300, 60);
        await designer.DragAsync("And", 300, 200);
        await designer.DragAsync("Action:add-tag", 300, 340);
        await designer.DragAsync("Or", 60, 200);
        await designer.DragAsync("StopWhen", 640, 60);
        await designer.DragAsync("StopAction:remove-tag", 640, 200);
        (await designer.Cards.CountAsync()).ShouldBe(6);
        await olive.PictureAsync("designer-dropped");
        await designer.ConnectAsync("Estimate sent", "out", "AND");
        await designer.ConnectAsync("AND", "out", "Add a tag");
        await designer.ConnectAsync("Stop When", "out", "Remove a tag");
        await olive.PictureAsync("designer-drawn");

        await designer.ChooseAsync("AND");
        await designer.Panel.GetByTestId("add-condition").SelectOptionAsync("has-tag");
        await designer.Panel.Locator("[data-setting=tag] input").FillAsync("do-not-nudge");
        await designer.Panel.Locator("[data-setting=tag] input").PressAsync("Tab");
        await designer.Panel.Locator("[data-setting=not] input").CheckAsync();
        await designer.ChooseAsync("Add a tag");
        await designer.SetAsync("tag", "nudging");
        await designer.ChooseAsync("Remove a tag");
        await designer.SetAsync("tag", "nudging");
        await designer.ChooseAsync("Stop When");
        await designer.Panel.GetByTestId("add-condition").SelectOptionAsync("event-happened");
        await designer.Panel.Locator("[data-setting=event] input").FillAsync("Estimate Accepted");
        await designer.Panel.Locator("[data-setting=event] input").PressAsync("Tab");

        // An OR that leads nowhere is a problem; it goes again.
        await designer.ChooseAsync("OR");
        await olive.Page.GetByTestId("delete-step").ClickAsync();
        await Assertions.Expect(designer.Cards).ToHaveCountAsync(5);
        await olive.Page.GetByTestId("tab-words").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("sentences")).ToContainTextAsync("nudging");
        await olive.PictureAsync("designer-words");
        await Assertions.Expect(olive.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved");

        await olive.Page.GetByTestId("publish").ClickAsync();
        await olive.Page.GetByTestId("publish-now").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("publish")).ToHaveTextAsync("Publish version 2");
        olive.Faults.ShouldBeEmpty();

        await site.TellAsync("identify", """{"userId":"nora","traits":{"first_name":"Nora","email":"nora@example.com"}}""");
        await site.TellAsync("track", """{"userId":"nora","event":"Estimate Sent","properties":{"estimate_id":"e-1"}}""");
        await using var context = site.Context();
        context.CustomerTags.Select(tag => tag.Tag).ShouldContain("nudging");
    }

    [Fact]
    public async Task Everything_can_be_undone_and_done_again()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("automations/sequences");
        await olive.Page.GetByTestId("new-sequence").ClickAsync();
        await olive.Page.GetByTestId("designer").WaitForAsync();
        var designer = new DesignerScreen(olive);
        await designer.DragAsync("Trigger:estimate-sent", 300, 60);
        await designer.DragAsync("Action:add-tag", 300, 240);
        await designer.ConnectAsync("Estimate sent", "out", "Add a tag");
        await designer.ChooseAsync("Add a tag");
        await designer.SetAsync("tag", "nudging");
        await Assertions.Expect(designer.Card("Add a tag")).ToContainTextAsync("nudging");
        await designer.ArrangeAsync();
        await designer.ClickUntilNothingIsLeftAsync("undo");
        await Assertions.Expect(designer.Cards).ToHaveCountAsync(0);
        await designer.ClickUntilNothingIsLeftAsync("redo");
        await Assertions.Expect(designer.Cards).ToHaveCountAsync(2);
        await Assertions.Expect(designer.Card("Add a tag")).ToContainTextAsync("nudging");
        await Assertions.Expect(olive.Page.Locator("[data-edge-id]")).Not.ToHaveCountAsync(0);
        olive.Faults.ShouldBeEmpty();
    }
}
