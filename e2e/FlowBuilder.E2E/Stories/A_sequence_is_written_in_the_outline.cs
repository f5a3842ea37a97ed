using System.Text.RegularExpressions;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

/// <summary>The origin's example from nothing to published, line by line in the outline, with the keyboard alone.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class A_sequence_is_written_in_the_outline(Chromium chromium)
{
    [Fact]
    public async Task From_nothing_to_published()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("automations/sequences");
        var hands = new Hands(olive);
        var outline = new OutlineScreen(olive, hands);
        await hands.UseAsync(olive.Page.GetByTestId("new-sequence"));
        await olive.Page.GetByTestId("designer").WaitForAsync();
        await hands.UseAsync(olive.Page.GetByTestId("view-outline"));
        await Assertions.Expect(olive.Page).ToHaveURLAsync(new Regex("view=outline$"));
        await Assertions.Expect(olive.Page.GetByTestId("outline-empty")).ToBeVisibleAsync();
        await olive.PictureAsync("outline-empty");
        await hands.FillAsync(olive.Page.GetByTestId("designer-title"), "Estimate nudge");

        await hands.UseAsync(olive.Page.GetByTestId("outline-first"));
        await Hands.ArrivedAsync(olive.Page.GetByTestId("add-search"));
        await hands.TypeAsync("estimate sent");
        await hands.PressAsync("Enter");
        await Hands.ArrivedAsync(outline.Active);
        await outline.AddAsync("AND");
        await olive.PictureAsync("outline-begun");
        await AddConditionAsync(hands, outline, "Has a tag", "tag", "wants-reminders");
        await outline.AddAsync("OR");
        await AddConditionAsync(hands, outline, "Has a tag", "tag", "hot-lead");
        await outline.AddAsync("Add a tag");
        await outline.SetAsync("tag", "nudging");
        await outline.AddAsync("Wait for a while");
        await outline.OpenAsync();
        await hands.FillAsync(outline.Setting("duration"), "2");
        await outline.BackAsync();
        await outline.AddAsync("Stop When", "On its own");
        await AddConditionAsync(hands, outline, "Event happened", "event", "Estimate Accepted");
        await outline.AddAsync("Remove a tag");
        await outline.SetAsync("tag", "nudging");
        await olive.PictureAsync("outline-written");
        (await outline.Rows.Locator(".outline-label").AllInnerTextsAsync())
            .Select(label => label.Trim().TrimEnd(':').TrimEnd())
            .ShouldBe(["IF", "AND", "OR", "Action", "Wait", "Stop When", "Stop Action"]);

        // The wait goes up before the tag, and back again.
        await hands.PressAsync("Home");
        for (var i = 0; i < 4; i++) await hands.PressAsync("ArrowDown");
        await Assertions.Expect(outline.Active).ToContainTextAsync("Wait");
        await hands.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(outline.Active.Locator(".outline-number")).ToContainTextAsync("4");
        await Assertions.Expect(olive.Page.GetByTestId("outline-said")).ToContainTextAsync("Moved");
        await hands.PressAsync("Control+z");
        await Assertions.Expect(outline.Rows.Nth(4)).ToContainTextAsync("Wait");
        await Assertions.Expect(olive.Page.GetByTestId("outline-said")).ToContainTextAsync("Undone");
        await Assertions.Expect(olive.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved");

        await hands.UseAsync(olive.Page.GetByTestId("publish"), back: true);
        await hands.UseAsync(olive.Page.GetByTestId("publish-now"));
        await Assertions.Expect(olive.Page.GetByTestId("publish")).ToHaveTextAsync("Publish version 2");
        olive.Faults.ShouldBeEmpty();
        await ItWorksAsync(site);

        // The drawing shows the same.
        await hands.UseAsync(olive.Page.GetByTestId("view-canvas"), back: true);
        await Assertions.Expect(new DesignerScreen(olive).Cards).ToHaveCountAsync(7);
        await olive.PictureAsync("outline-as-drawing");
    }

    private static async Task AddConditionAsync(Hands hands, OutlineScreen outline, string condition, string setting, string value)
    {
        await outline.OpenAsync();
        await hands.AddConditionAsync(outline.Panel, condition, setting, value);
        await outline.BackAsync();
    }

    private static async Task ItWorksAsync(Site site)
    {
        await site.TellAsync(
            "identify", """{"userId":"nora","traits":{"first_name":"Nora","email":"nora@example.com","tags":["wants-reminders"]}}""");
        await site.TellAsync("track", """{"userId":"nora","event":"Estimate Sent","properties":{"estimate_id":"e-1"}}""");
        await using var context = site.Context();
        context.CustomerTags.Select(tag => tag.Tag).ShouldContain("nudging");
    }
}
