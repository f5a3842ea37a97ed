using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FlowBuilder.Canvas.Commands;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.Canvas.Tests.Sample;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;

namespace FlowBuilder.Canvas.Tests.Gestures;

[Collection(typeof(InTheBrowser))]
public sealed class Working_from_the_keyboard(Chromium chromium)
{
    [Fact]
    public async Task Tab_goes_through_the_nodes_in_reading_order_and_out_again()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Page.Locator(".fbc-pane").FocusAsync();
        var order = new List<string>();
        for (var press = 0; press < 6; press++)
        {
            await artist.Keyboard.PressAsync("Tab");
            order.Add(await artist.FocusedAsync());
        }

        order.ShouldBe(["start", "wait", "ask", "thank", "remind", "tag"]);
        await artist.Keyboard.PressAsync("Shift+Tab");
        (await artist.FocusedAsync()).ShouldBe("remind");
        await artist.Keyboard.PressAsync("Tab");
        await artist.Keyboard.PressAsync("Tab");
        (await artist.Page.EvaluateAsync<string>("() => document.activeElement.dataset.do")).ShouldBe("out");
        await artist.Keyboard.PressAsync("Shift+Tab");
        (await artist.FocusedAsync()).ShouldBe("tag");
        artist.Drawing.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Arrows_go_along_the_lines()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Node("start").FocusAsync();
        var way = new List<string>();
        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowUp", "End", "Home" })
        {
            await artist.Keyboard.PressAsync(key);
            way.Add(await artist.FocusedAsync());
        }

        way.ShouldBe(["wait", "ask", "thank", "remind", "thank", "ask", "wait", "tag", "start"]);
    }

    [Fact]
    public async Task Where_the_keyboard_goes_comes_into_view()
    {
        await using var artist = await Artist.ComeAsync(chromium, Sample.Drawings.Field(100, 10));
        await artist.Drawing.Canvas!.FocusNodeAsync("n0");
        for (var press = 0; press < 9; press++) await artist.Keyboard.PressAsync("ArrowDown");
        (await artist.FocusedAsync()).ShouldBe("n90");
        (await artist.AtNode("n90")).Y.ShouldBeInRange(0, 860);
        (await artist.Page.EvaluateAsync<double>("() => document.querySelector('.fbc-pane').scrollTop + scrollY")).ShouldBe(0);
    }

    [Theory]
    [InlineData("Control+z", CanvasShortcut.Undo)]
    [InlineData("Control+y", CanvasShortcut.Redo)]
    [InlineData("Control+Shift+Z", CanvasShortcut.Redo)]
    [InlineData("Control+x", CanvasShortcut.Cut)]
    [InlineData("Control+c", CanvasShortcut.Copy)]
    [InlineData("Control+v", CanvasShortcut.Paste)]
    [InlineData("Control+d", CanvasShortcut.Duplicate)]
    [InlineData("Control+f", CanvasShortcut.Find)]
    [InlineData("Control+s", CanvasShortcut.Save)]
    [InlineData("?", CanvasShortcut.Help)]
    [InlineData("/", CanvasShortcut.Find)]
    public async Task Shortcuts_are_told_to_the_owner(string keys, CanvasShortcut shortcut)
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Node("ask").FocusAsync();
        await artist.Keyboard.PressAsync(keys);
        (await artist.Drawing.NextAsync<RunShortcut>()).Name.ShouldBe(shortcut);
    }

    [Fact]
    public async Task Enter_opens()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Node("ask").FocusAsync();
        await artist.Keyboard.PressAsync("Enter");
        (await artist.Drawing.NextAsync<OpenNode>()).Node.ShouldBe("ask");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_stands_in_the_way_of_a_screen_reader(bool dark)
    {
        await using var artist = await Artist.ComeAsync(chromium, dark: dark);
        await artist.Drawing.Canvas!.SetCountsAsync(artist.Drawing.Nodes.ToDictionary(node => node.Id, _ => 1234));
        await artist.UntilAsync("document.querySelector('[data-count]').textContent === '1.2K'");
        await artist.ClickAsync(await artist.AtNode("remind"));
        await artist.PictureAsync(dark ? "dark" : "light");
        var found = await artist.Page.RunAxe(new AxeRunOptions
        {
            RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
        });
        found.Violations
            .Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
        var remind = artist.Page.GetByRole(AriaRole.Group, new() { Name = "Reminder: Email “Estimate reminder”" });
        (await remind.GetAttributeAsync("aria-roledescription")).ShouldBe("step");
        (await artist.Page.EvaluateAsync<string>(
            "() => document.getElementById(document.querySelector('[data-node-id=remind]').getAttribute('aria-describedby')).textContent.trim()"))
                .ShouldBe(
                "No template is chosen.");
    }
}
