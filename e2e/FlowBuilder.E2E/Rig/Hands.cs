using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Rig;

/// <summary>Somebody who has a keyboard and nothing else: goes by Tab, never clicks.</summary>
public sealed class Hands(Visitor visitor)
{
    private const int Patience = 90;
    private readonly IPage _page = visitor.Page;

    public Task PressAsync(string key) => _page.Keyboard.PressAsync(key);

    public Task TypeAsync(string words) => _page.Keyboard.TypeAsync(words);

    /// <summary>Presses Tab until the keyboard is there; fails when Tab never leads there.</summary>
    public async Task TabToAsync(ILocator target, bool back = false)
    {
        await target.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        for (var pressed = 0; pressed < Patience; pressed++)
        {
            if (await IsOnAsync(target)) return;
            await PressAsync(back ? "Shift+Tab" : "Tab");
        }

        (await IsOnAsync(target)).ShouldBeTrue($"Tab does not lead to {target}");
    }

    /// <summary>Goes to a button or link and presses it.</summary>
    public async Task UseAsync(ILocator target, bool back = false)
    {
        await TabToAsync(target, back);
        await PressAsync("Enter");
    }

    /// <summary>Goes to a field, replaces what is in it and leaves it, so that it counts.</summary>
    public async Task FillAsync(ILocator field, string words)
    {
        await TabToAsync(field);
        await PressAsync("Control+A");
        await TypeAsync(words);
        await PressAsync("Tab");
    }

    /// <summary>Chooses in a list that drops down: opens it, types the beginning, takes it.</summary>
    public async Task ChooseAsync(ILocator select, string option)
    {
        await TabToAsync(select);
        await PressAsync("Space");
        await TypeAsync(option);
        await PressAsync("Enter");
    }

    /// <summary>Opens a step that lists conditions, adds one and fills in its setting.</summary>
    public async Task AddConditionAsync(ILocator panel, string condition, string setting, string value)
    {
        await ArrivedAsync(panel);
        await ChooseAsync(panel.GetByTestId("add-condition").First, condition);
        await FillAsync(panel.Locator($"[data-setting={setting}] input").First, value);
        await Assertions.Expect(panel).ToContainTextAsync($"“{value}”");
    }

    /// <summary>Waits until the keyboard is somewhere the page put it.</summary>
    public static Task ArrivedAsync(ILocator target) => Assertions.Expect(target).ToBeFocusedAsync();

    private static Task<bool> IsOnAsync(ILocator target) => target.First.EvaluateAsync<bool>("e => e === document.activeElement");
}
