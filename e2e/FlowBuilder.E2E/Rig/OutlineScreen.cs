using Microsoft.Playwright;

namespace FlowBuilder.E2E.Rig;

/// <summary>The outline as somebody with a keyboard uses it.</summary>
public sealed class OutlineScreen(Visitor visitor, Hands hands)
{
    private readonly IPage _page = visitor.Page;

    public ILocator Rows => _page.GetByTestId("outline-row");

    public ILocator Active => _page.Locator("[data-testid=outline-row][aria-selected=true]");

    public ILocator Panel => _page.Locator("#panel");

    public ILocator Setting(string setting) => Panel.Locator($"[data-setting={setting}] input").First;

    /// <summary>Adds a step at the active line: opens the list, goes to the place where one is named, types the title, takes it.</summary>
    public async Task AddAsync(string title, string? place = null)
    {
        var before = await Rows.CountAsync();
        await hands.PressAsync("a");
        await Hands.ArrivedAsync(_page.GetByTestId("add-search"));
        if (place is not null)
        {
            await hands.PressAsync("Shift+Tab");
            var wanted = _page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = place, Exact = true });
            // Each arrow is answered before the next: the server says which is chosen.
            for (var i = 0; !await wanted.IsCheckedAsync(); i++)
            {
                await hands.PressAsync("ArrowRight");
                await Assertions.Expect(_page.GetByTestId($"add-place-{i + 1}")).ToBeCheckedAsync();
            }

            await hands.TabToAsync(_page.GetByTestId("add-search"));
        }

        await hands.TypeAsync(title);
        await Assertions.Expect(_page.GetByTestId("add-choice").First).ToContainTextAsync(title);
        await hands.PressAsync("Enter");
        await Assertions.Expect(_page.GetByTestId("add-menu")).ToHaveCountAsync(0);
        await Assertions.Expect(Rows).Not.ToHaveCountAsync(before);
        await Hands.ArrivedAsync(Active);
    }

    /// <summary>Opens the active line's settings.</summary>
    public async Task OpenAsync()
    {
        await hands.PressAsync("Enter");
        await Hands.ArrivedAsync(Panel);
    }

    /// <summary>Leads from the settings back to the line.</summary>
    public async Task BackAsync()
    {
        await hands.PressAsync("Escape");
        await Hands.ArrivedAsync(Active);
    }

    /// <summary>Fills in a text setting of the active line.</summary>
    public async Task SetAsync(string setting, string value)
    {
        await OpenAsync();
        await hands.FillAsync(Setting(setting), value);
        await Assertions.Expect(Active).ToContainTextAsync(value);
        await BackAsync();
    }
}
