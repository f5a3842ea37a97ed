using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FlowBuilder.E2E.Rig;

/// <summary>What holds on every page, however it was reached: axe finds nothing serious or critical;
/// there are a title, one main heading, one main landmark; nothing is wider than the screen.</summary>
public static class Soundness
{
    /// <summary>What does not hold, each with the page's name before it.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        // What is still fading in is not what people read.
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await page.EvaluateAsync(
            "() => { for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish(); }");
        // A sandboxed frame would never answer; what stands in it is the company's own message.
        var axe = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations], Iframes = false });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference });
        var faults = axe.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(
                violation =>
                    $"{name}: {violation.Id}: "
                        + $"{string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html.Length > 160 ? node.Html[..160] : node.Html))}")
                        .ToList();
        if (!(await page.TitleAsync()).Contains("FlowBuilder", StringComparison.Ordinal)) faults.Add($"{name}: no title");
        if (await page.Locator("h1").CountAsync() is not 1 and var headings) faults.Add($"{name}: {headings} main headings");
        if (await page.Locator("main").CountAsync() is not 1 and var mains) faults.Add($"{name}: {mains} main landmarks");
        var (wide, screen) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), page.ViewportSize!.Width);
        if (wide > screen + 1) faults.Add($"{name}: {wide} px wide on {screen}");
        return faults;
    }
}
