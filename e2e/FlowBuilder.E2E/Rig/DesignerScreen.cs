using Microsoft.Playwright;

namespace FlowBuilder.E2E.Rig;

/// <summary>The designer as a hand with a mouse uses it. Places are measured from the canvas's top left corner.</summary>
public sealed class DesignerScreen(Visitor visitor)
{
    private readonly IPage _page = visitor.Page;

    public ILocator Cards => _page.Locator("[data-node-id]");

    public ILocator Panel => _page.Locator(".designer-side");

    public ILocator Title => _page.GetByTestId("designer-title");

    /// <summary>The first card with this title.</summary>
    public ILocator Card(string title) => _page.Locator($"[data-node-id][data-label='{title}']").First;

    /// <summary>Drags an entry of the palette onto the canvas and waits for its card.</summary>
    public async Task DragAsync(string kind, float x, float y)
    {
        var before = await Cards.CountAsync();
        var search = _page.GetByTestId("palette-search");
        await search.FillAsync("");
        var item = _page.Locator($"[data-palette-kind='{kind}']");
        if (!await item.IsVisibleAsync()) await item.Locator("xpath=ancestor::details").EvaluateAsync("e => e.open = true");
        await item.ScrollIntoViewIfNeededAsync();
        var from = await BoxAsync(item);
        var canvas = await BoxAsync(_page.Locator("[data-canvas]"));
        await _page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await _page.Mouse.DownAsync();
        await _page.Mouse.MoveAsync(canvas.X + x, canvas.Y + y, new MouseMoveOptions { Steps = 12 });
        await _page.Mouse.UpAsync();
        await Assertions.Expect(Cards).ToHaveCountAsync(before + 1);
    }

    /// <summary>Draws a line from a port to a card.</summary>
    public async Task ConnectAsync(string from, string port, string to)
    {
        var lines = _page.Locator("[data-edge-id]");
        var before = await lines.CountAsync();
        var start = await BoxAsync(Card(from).Locator($"[data-port='{port}']"));
        var end = await BoxAsync(Card(to));
        await _page.Mouse.MoveAsync(start.X + (start.Width / 2), start.Y + (start.Height / 2));
        await _page.Mouse.DownAsync();
        await _page.Mouse.MoveAsync(end.X + (end.Width / 2), end.Y + (end.Height / 2), new MouseMoveOptions { Steps = 12 });
        await _page.Mouse.UpAsync();
        await Assertions.Expect(lines).Not.ToHaveCountAsync(before);
    }

    /// <summary>Clicks a card and waits for its form.</summary>
    public async Task ChooseAsync(string title)
    {
        await Card(title).ClickAsync();
        await _page.GetByTestId("tab-step").ClickAsync();
        await Assertions.Expect(Panel.Locator(".step-head h2")).ToHaveTextAsync(title);
    }

    /// <summary>Types a setting of the chosen step.</summary>
    public async Task SetAsync(string setting, string value)
    {
        var field = Panel.Locator($"[data-setting={setting}] input");
        await field.FillAsync(value);
        await field.PressAsync("Tab");
    }

    /// <summary>Arranges the drawing and waits until that can be undone.</summary>
    public async Task ArrangeAsync()
    {
        var undo = _page.GetByTestId("undo");
        var before = await undo.GetAttributeAsync("title") ?? "";
        await _page.GetByTestId("arrange").ClickAsync();
        await Assertions.Expect(undo).Not.ToHaveAttributeAsync("title", before);
    }

    /// <summary>Presses undo or redo until there is nothing left; each press is waited for by the
    /// button's name, which says what comes next.</summary>
    public async Task ClickUntilNothingIsLeftAsync(string button)
    {
        var one = _page.GetByTestId(button);
        while (await one.GetAttributeAsync("title") is { } next && !next.StartsWith("Nothing", StringComparison.Ordinal))
        {
            await one.ClickAsync();
            await Assertions.Expect(one).Not.ToHaveAttributeAsync("title", next);
        }
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator locator) =>
        await locator.BoundingBoxAsync() ?? throw new InvalidOperationException("It is not on the screen.");
}
