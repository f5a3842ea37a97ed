using System.Text.RegularExpressions;
using FlowBuilder.E2E.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

/// <summary>Every kind of edit there is, done in the browser, taken back to the empty draft and
/// done again: the stored draft is the same.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class Every_kind_of_edit_is_undone_and_redone(Chromium chromium)
{
    [Fact]
    public async Task Back_to_the_empty_draft_and_forth()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("automations/sequences");
        await olive.Page.GetByTestId("new-sequence").ClickAsync();
        await olive.Page.GetByTestId("designer").WaitForAsync();
        await olive.Page.GetByTestId("view-outline").ClickAsync();
        await Assertions.Expect(olive.Page).ToHaveURLAsync(new Regex("view=outline$"));
        var hands = new Hands(olive);
        var outline = new OutlineScreen(olive, hands);
        var undo = olive.Page.GetByTestId("undo");
        await olive.Page.GetByTestId("outline-first").ClickAsync();
        await Hands.ArrivedAsync(olive.Page.GetByTestId("add-search"));
        await hands.TypeAsync("estimate sent");
        await hands.PressAsync("Enter");
        await Hands.ArrivedAsync(outline.Active);
        await WriteAsync();
        await olive.Page.GetByTestId("view-canvas").ClickAsync();
        await DrawAsync();

        await Assertions.Expect(olive.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved");
        var whole = await DraftAsync(site);
        var designer = new DesignerScreen(olive);
        await designer.ClickUntilNothingIsLeftAsync("undo");
        await Assertions.Expect(designer.Cards).ToHaveCountAsync(0);
        await Assertions.Expect(designer.Title).ToHaveValueAsync("New sequence");
        await designer.ClickUntilNothingIsLeftAsync("redo");
        await Assertions.Expect(olive.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved");
        (await DraftAsync(site)).ShouldBe(whole);
        olive.Faults.ShouldBeEmpty();

        // Lines of the outline: added behind, before, beside; moved, put in another order, copied, changed in kind and settings, deleted.
        async Task WriteAsync()
        {
            await outline.AddAsync("AND");
            await outline.OpenAsync();
            await hands.AddConditionAsync(outline.Panel, "Has a tag", "tag", "wants-reminders");
            await DidAsync("Changed the conditions");
            await outline.BackAsync();
            await outline.AddAsync("Add a tag");
            await outline.SetAsync("tag", "nudging");
            await DidAsync("Changed");
            await outline.AddAsync("Wait for a while", "Before this");
            await hands.PressAsync("Alt+ArrowDown");
            await DidAsync("Moved");
            await outline.AddAsync("Invoice created", "Another trigger");
            await DidAsync("Added");
            await hands.PressAsync("Alt+ArrowUp");
            await DidAsync("Put");
            await outline.AddAsync("Note", "On its own");
            await olive.Page.Locator("#note-text").FillAsync("Ask Ruth");
            await olive.Page.Locator("#note-text").PressAsync("Tab");
            await DidAsync("Changed a note");
            await outline.Rows.Filter(new LocatorFilterOptions { HasText = "Add the tag" }).ClickAsync();
            await hands.PressAsync("Control+d");
            await DidAsync("Added");
            await olive.Page.Locator("#step-type").SelectOptionAsync("remove-tag");
            await DidAsync("Changed “add the tag “nudging”” to “remove the tag “nudging””");
            await outline.Rows
                .Filter(new LocatorFilterOptions { HasText = "Wait 2 days" })
                .Or(outline.Rows.Filter(new LocatorFilterOptions { HasText = "Wait" })).First.ClickAsync();
            await hands.PressAsync("Delete");
            await DidAsync("Deleted");
            await olive.Page.GetByTestId("designer-title").FillAsync("Everything");
            await hands.PressAsync("Enter");
            await DidAsync("Changed the title");
            await olive.Page.GetByTestId("tab-settings").ClickAsync();
            await olive.Page.Locator("#rules-description").FillAsync("All there is");
            await hands.PressAsync("Tab");
            await DidAsync("Changed the description");
            await olive.Page.GetByTestId("review-before").CheckAsync();
            await DidAsync("Changed “Review Before Execution”");
            await olive.Page.GetByTestId("own-hours").CheckAsync();
            await DidAsync("Changed “Message hours”");
        }

        // On the canvas: moved, aligned, spread, arranged, copied, pasted, connected, connected
        // elsewhere, cut apart, put on a line, mended.
        async Task DrawAsync()
        {
            var designer = new DesignerScreen(olive);
            await olive.Page.GetByTestId("tab-step").ClickAsync();
            await designer.Card("Invoice created").ClickAsync();
            await hands.PressAsync("Alt+ArrowRight");
            await DidAsync("Moved");
            await hands.PressAsync("Control+c");
            await hands.PressAsync("Control+v");
            await DidAsync("Pasted");
            await hands.PressAsync("Control+d");
            await DidAsync("Duplicated");
            await hands.PressAsync("Delete");
            await DidAsync("Deleted");
            await Hands.ArrivedAsync(olive.Page.Locator(".fbc-pane"));
            await hands.PressAsync("Control+a");
            await olive.Page.GetByText("Align left").ClickAsync();
            await DidAsync("Aligned");
            await olive.Page.GetByText("Distribute down").ClickAsync();
            await DidAsync("Spaced");
            await designer.ArrangeAsync();
            await DidAsync("Arranged");
            await designer.Card("AND").ClickAsync();
            await hands.PressAsync("e");
            await hands.PressAsync("Delete");
            await DidAsync("Deleted a connection");
            await olive.Page.GetByTestId("tab-problems").ClickAsync();
            await olive.Page.GetByTestId("fix").Filter(new LocatorFilterOptions { HasText = "Connect it" }).First.ClickAsync();
            await DidAsync("Connected");
            // Not by a click: the one before was on the same card, and two at once open its settings.
            await designer.Card("AND").FocusAsync();
            await hands.PressAsync("i");
            await Hands.ArrivedAsync(olive.Page.GetByTestId("follow-search"));
            await hands.TypeAsync("Add a note");
            await hands.PressAsync("Enter");
            await DidAsync("Added “add");
        }

        Task DidAsync(string title) => Assertions.Expect(undo).ToHaveAttributeAsync("title", new Regex($"^Undo: ({title})"));
    }

    private static async Task<string> DraftAsync(Site site)
    {
        await using var context = site.Context();
        return (await context.Sequences.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).Draft;
    }
}
