using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

/// <summary>The origin's example from nothing to published on the canvas, without a mouse.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class A_sequence_is_drawn_by_keyboard_alone(Chromium chromium)
{
    [Fact]
    public async Task From_nothing_to_published()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("automations/sequences");
        var hands = new Hands(olive);
        var designer = new DesignerScreen(olive);
        var panel = olive.Page.Locator("#panel");
        await hands.UseAsync(olive.Page.GetByTestId("new-sequence"));
        await olive.Page.GetByTestId("designer").WaitForAsync();
        await hands.FillAsync(designer.Title, "Estimate nudge");

        // What follows the chosen step is connected by itself.
        await AddAsync("estimate sent", "Estimate sent");
        await AddAsync("AND", "AND", back: true);
        await hands.PressAsync("Enter");
        await hands.AddConditionAsync(panel, "Has a tag", "tag", "wants-reminders");
        await BackAsync("AND");
        await AddAsync("OR", "OR", back: true);
        await hands.PressAsync("Enter");
        await hands.AddConditionAsync(panel, "Has a tag", "tag", "hot-lead");
        await BackAsync("OR");

        // With nothing chosen it stands apart: it is connected by C, arrows and Enter.
        await hands.PressAsync("Escape");
        await Assertions.Expect(panel.Locator(".step-head")).ToHaveCountAsync(0);
        await AddAsync("Add a tag", "Add a tag", back: true);
        await SetAsync("Add a tag", "nudging");
        await Assertions.Expect(olive.Page.Locator("[data-edge-id]")).ToHaveCountAsync(2);
        await hands.PressAsync("End");
        await Hands.ArrivedAsync(designer.Card("OR"));
        await hands.PressAsync("c");
        await Assertions.Expect(olive.Page.Locator(".fbc-live")).ToContainTextAsync("Connecting from “OR”");
        await hands.PressAsync("Home");
        await Hands.ArrivedAsync(designer.Card("Estimate sent"));
        await hands.PressAsync("ArrowRight");
        await Hands.ArrivedAsync(designer.Card("Add a tag"));
        await hands.PressAsync("Enter");
        await Assertions.Expect(olive.Page.Locator("[data-edge-id]")).ToHaveCountAsync(3);

        // Along the lines with the arrows.
        await hands.PressAsync("ArrowUp");
        await Hands.ArrivedAsync(designer.Card("OR"));
        await hands.PressAsync("ArrowUp");
        await Hands.ArrivedAsync(designer.Card("AND"));

        // I offers what can follow; here a wait goes on the line behind the OR.
        await hands.PressAsync("ArrowDown");
        await Hands.ArrivedAsync(designer.Card("OR"));
        await hands.PressAsync("i");
        await Hands.ArrivedAsync(olive.Page.GetByTestId("follow-search"));
        await hands.TypeAsync("Wait for a while");
        await hands.PressAsync("Enter");
        await Hands.ArrivedAsync(designer.Card("Wait for a while"));
        await hands.PressAsync("Enter");
        await Hands.ArrivedAsync(panel);
        await hands.FillAsync(panel.Locator("[data-setting=duration] input").First, "2");
        await BackAsync("Wait for a while");

        await hands.PressAsync("Escape");
        await Assertions.Expect(panel.Locator(".step-head")).ToHaveCountAsync(0);
        await AddAsync("Stop When", "Stop When", back: true);
        await hands.PressAsync("Enter");
        await hands.AddConditionAsync(panel, "Event happened", "event", "Estimate Accepted");
        await BackAsync("Stop When");
        await AddAsync("Remove a tag", "Remove a tag", back: true);
        await SetAsync("Remove a tag", "nudging");
        (await designer.Cards.CountAsync()).ShouldBe(7);

        await hands.PressAsync("?");
        await Assertions.Expect(olive.Page.Locator(".keys")).ToBeVisibleAsync();
        await olive.PictureAsync("keyboard-keys");
        await hands.PressAsync("Escape");
        await Assertions.Expect(olive.Page.Locator(".keys")).ToHaveCountAsync(0);
        await olive.PictureAsync("keyboard-drawn");
        await Assertions.Expect(olive.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved");
        await hands.UseAsync(olive.Page.GetByTestId("publish"), back: true);
        await hands.UseAsync(olive.Page.GetByTestId("publish-now"));
        await Assertions.Expect(olive.Page.GetByTestId("publish")).ToHaveTextAsync("Publish version 2");
        olive.Faults.ShouldBeEmpty();

        async Task AddAsync(string search, string title, bool back = false)
        {
            await hands.TabToAsync(olive.Page.GetByTestId("palette-search"), back);
            await hands.PressAsync("Control+A");
            await hands.TypeAsync(search);
            await Assertions.Expect(olive.Page.Locator(".palette-item").First).ToContainTextAsync(title);
            await hands.PressAsync("Enter");
            await Hands.ArrivedAsync(designer.Card(title));
        }

        async Task SetAsync(string title, string value)
        {
            await hands.PressAsync("Enter");
            await Hands.ArrivedAsync(panel);
            await hands.FillAsync(panel.Locator("[data-setting=tag] input").First, value);
            await Assertions.Expect(designer.Card(title)).ToContainTextAsync(value);
            await BackAsync(title);
        }

        async Task BackAsync(string title)
        {
            await hands.PressAsync("Escape");
            await Hands.ArrivedAsync(designer.Card(title));
        }
    }
}
