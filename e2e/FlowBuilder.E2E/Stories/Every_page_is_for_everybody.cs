using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

/// <summary>
/// Walks all pages of the route table in light and dark, at a desk and on a phone: axe finds nothing serious, there are a title, one
/// heading and landmarks, nothing is wider than the screen, and the keyboard alone reaches everything. With <c>E2E_PICTURES=folder</c> it
/// leaves a picture of each.
/// </summary>
[Collection(typeof(InTheBrowser))]
public sealed class Every_page_is_for_everybody(Chromium chromium)
{
    private const int Phone = 390;

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(Phone, false)]
    [InlineData(Phone, true)]
    public async Task Whatever_the_screen_and_the_light(int width, bool dark)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await using var olive = await Visitor.ComeAsync(chromium, site, width, 844, dark);
        foreach (var door in (string[])["sign-in", "forgot-password", "not-found"]) await LookAsync(olive, door, width, dark, alive: false);
        await olive.SignInAsync("olive");
        foreach (var page in world.Pages.Except(["sign-in"])) await LookAsync(olive, page, width, dark, alive: true);
        olive.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_the_keyboard_alone()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await using var olive = await Visitor.ComeAsync(chromium, site);
        await olive.SignInAsync("olive");
        var faults = new List<string>();
        foreach (var page in world.Pages)
        {
            await GoAsync(olive, page);
            var wanted = await olive.Page.EvaluateAsync<string[]>(Reachable);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            await olive.Page.EvaluateAsync("document.activeElement?.blur(); document.body.focus()");
            for (var presses = 0; presses < (wanted.Length * 5) + 50 && !wanted.All(seen.Contains); presses++)
            {
                await olive.Page.Keyboard.PressAsync("Tab");
                seen.Add(await olive.Page.EvaluateAsync<string>("document.activeElement?.dataset.tabNumber ?? ''"));
            }

            var missed = wanted.Where(number => !seen.Contains(number)).ToArray();
            if (missed.Length > 0)
                faults.Add(
                    $"/{page}: {string.Join(" | ", await Task.WhenAll(missed.Take(3).Select(number => olive.Page.EvaluateAsync<string>("n => document.querySelector(`[data-tab-number='${n}']`)?.outerHTML.slice(0, 160) ?? `${n} is gone`", number))))}");
        }

        faults.ShouldBeEmpty();
    }

    /// <summary>Numbers what can be worked with and is shown; of a group of radio buttons and
    /// within composite widgets only the stop itself counts.</summary>
    private const string Reachable = """
        () => {
          const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button], [role=tab]')].filter(e =>
            !e.disabled && e.type !== 'hidden' && !e.closest('[inert], dialog:not([open]), [aria-hidden=true]') && e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
            && !(e.tabIndex < 0 && e.closest('[role=tablist], [role=radiogroup], [role=toolbar], [role=menu], [role=listbox], [role=application], .mud-input-control')));
          const radios = new Set();
          return all.filter(e => e.type !== 'radio' || (!radios.has(e.name) && radios.add(e.name))).map((e, i) => { e.dataset.tabNumber = String(i); return String(i); });
        }
        """;

    private static async Task LookAsync(Visitor visitor, string page, int width, bool dark, bool alive)
    {
        if (alive) await GoAsync(visitor, page);
        else await visitor.Page.GotoAsync(page);
        await visitor.PictureAsync(
            $"{(page.Length == 0 ? "home" : page.Replace('/', '-'))}-{(width == Phone ? "phone" : "session")}{(dark ? "-dark" : "")}");
    }

    /// <summary>Opens a page and waits until it has shown what it loads.</summary>
    private static async Task GoAsync(Visitor visitor, string page)
    {
        await visitor.Page.GotoAsync(page);
        await visitor.Page.WaitForSelectorAsync("h1", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        if (await visitor.Page.Locator("body > .plain").CountAsync() == 0) await visitor.AliveAsync();
        await Assertions.Expect(visitor.Page.Locator(".loading")).ToHaveCountAsync(0);
    }
}
